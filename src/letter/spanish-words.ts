/** Words the Spanish patterns share. No accents: see words.ts. Forms of tú, vos, usted, ustedes and vosotros stand side by side. */
import type { Lexicon } from './pattern.ts'

export const spanishWords: Lexicon = {
  adv: 'muy mucho muchisimo tan de_verdad sinceramente realmente profundamente solo solamente tambien ya aun todavia siempre nunca jamas simplemente sencillamente honestamente francamente bastante demasiado tal_vez quizas quiza ahora entonces mas hasta incluso en_serio la_verdad un_poco nomas',
  sorry:
    'perdon perdona perdoname perdoneme perdonenme perdonadme perdonen disculpa disculpas disculpame disculpeme disculpenme disculpen disculpadme siento sentimos lamento lamentamos lamentar lamentable disculparme arrepiento arrepentido arrepentida arrepentimos disculpo disculpamos lastima',
  obj: 'te le les os lo la los las se nos a_alguien me',
  hurt: 'ofendi* ofend* lastim* herir heri hirio hirieron hiera hieran hiri* dañ* molest* incomod* afect* perjudi* moleste falte falto faltar* faltado incomode agredi* hice_daño hizo_daño hicieron_daño hacer_daño hecho_daño dolio dolieron doler duele dolido insult* humill* asust* decepcion* fall* cruce traspas* pase_de_la_raya me_pase sono sonaron sonado parecio parecieron hice_sentir hizo_sentir hicieron_sentir hecho_sentir causa* cause provoc* ocasion* hice_algo hecho_algo dije_algo dicho_algo equivoque estuve_mal estuvo_mal hice_mal hecho_mal actue_mal excluy* exclui* ignor* presion* cai* mal mal_interpret* malinterpret*',
  feeling:
    'ofendid* lastimad* herid* molest* incomod* insegur* mal atacad* excluid* dolid* afectad* agredid* triste* enojad* enfadad* ignorad* humillad* traicionad* decepcionad* asi presionad* asustad* juzgad* menospreciad* de_esa_manera de_esa_forma de_ese_modo insultad* resentid* sensible* perjudicad* disgustad* sentid* sentida* violentad* invisible* desplazad* desatendid* apartad* señalad* aludid*',
  anyone: 'alguien algun* cualquier* quien quienes quienquiera aquell* los_que las_que algun_compañero alguna_compañera alguna_persona a_quien a_quienes todo_el_que todos_los_que todas_las_que',
  yo: 'yo me mi mis conmigo nosotros nosotras nos nuestro nuestra',
  bad: 'brusc* dur* grosero grosera borde seco seca fuerte fuertes tarde bruto bruta impaciente pesado pesada torpe torpes directo directa agresivo agresiva mandon mandona cortante frio fria tosco tosca mal desubicado desubicada descuidado descuidada intenso intensa injusto injusta tenso tensa molesto molesta acalorad* subid* pasad* exagerad* despistad* desordenad* irrespetuos* hirient* sarcastic* altanero altanera insensible* distante chocante maleducad* impulsiv* nervios* rud* cabron cabrona imprudente gritones apurad* celos* controlador* insistente antipatic* lejos',
  slip: 'malentendido malentendidos error errores desliz descuido roce roces discusion discusiones desacuerdo incidente cosa cosas cosita tonteria tonterias problema problemita detalle detalles despiste percance pleito bronca tropiezo falla fallo fallos lio pelea pelea discrepancia exabrupto arrebato equivocacion confusion diferencia diferencias chiste broma comentario comentarios empujon grito palabra desencuentro altercado inconveniente mentirita bobada',
  tired:
    'cansad* agotad* borrach* tomad* bebid* estresad* bajo_mucha bajo_presion bajo_estres bajo_los_efectos enferm* enojad* enfadad* molest* nervios* pasando_por pasando_un viviendo_un atravesando con_mucha con_mucho con_muchas con_muchos con_fiebre con_hambre con_sueño con_resaca con_copas con_unas con_demasiad* con_problemas con_ansiedad con_depresion sin_dormir saturad* desbordad* agobiad* ocupad* apurad* deprimid* alterad* fuera_de harto harta frustrad* joven nuev* chic* en_un_mal mal_de muy_mal pasad* de_malas de_mal* caliente preocupad* distraid* crud* ansios* de_duelo quemad* rebasad* hasta_arriba hasta_las hasta_el tenso tensa drogad* colocad* puesto puesta ebri* hormonal desvelad* medicad* sobrepasad* dormid* en_shock sin_comer sin_trabajo triste confundid* abrumad* inmadur* celos* cabread* encabronad* a_mil al_limite',
  act: 'hice dije puse tome saque lei mande envie publique escribi grite insulte empuje golpee pegue robe menti oculte escondi rompi deje tire use gaste perdi borre corte interrumpi llame llegue falte hable conte comparti difundi reenvie divulgue exclui saque quite agarre entre sali fui segui abri cerre bloquee toque bese force amenace acuse culpe negue ignore calle firme cambie vendi compre preste cobre pague pedi di traje lleve rechace cancele elegi decidi abandone prometi incumpli falsifique copie apague encendi expulse burle bloquee aproveche apropie subi baje corri respondi conteste repeti revise vigile espie segui persegui presione obligue insisti manipule critique desprecie ridiculice imite humille denuncie arranque arroje avente jale azote encerre eche borre modifique altere tape conduje maneje bebi dormi queme reparti asigne reparti distribui negue convoque prohibi',
  acting: 'haber haberte haberle haberles haberlo haberla haberme haberlos haberlas haberos',
}

export const spanishTold = {
  before: `
    dije|decia|conte|escribi|repeti|insisti|fingi|sostuve|afirme|explique|asegure|jure|respondi|conteste|invente|bromee|argumente|justifique|excuse|declare|alegue|acuse|culpe|llame|trate|hice|use|pretendi|convenci|publique|grite|di_a_entender|hice_creer|me_decia|me_dije|andaba_diciendo|menti|minimice|pedi|pedia|exigi|insistia|quise_hacerte|te_acuse|te_culpe ...
    he|habia|haber|haberte|haberle|haberles|por|de|sin|al|deje_de {adv}? decir*|dicho|contar*|llamar*|llamado|afirmar|pedir*|repetir|culpar*|acusar*|tratar*|hacer*|escribir*|pretender|exigir*|usar*|insistir ...
    estuvo|estuve|fue mal .. decir*|culpar*|llamar*|pensar|pedir* ...
    mi excusa|pretexto|respuesta|version|mentira|justificacion|coartada .. fue|era|de ...
    en_vez|en_lugar de ...
    ya no ...
  `,
  notBefore: `
    ya te|les|le|lo|os dije|conte|explique|pedi|repeti
    como te? ya? dije|decia|conte|explique|comente
    lo|la|los|las|eso|esto|te|asi dije|hice|conte|escribi|grite|publique|conteste|respondi|use|pedi .. $
    solo|solamente|nomas .. dije|hice|decia|conte|pedi|use
    , pero|asi_que|por_favor|y_tu|y_ahora
    te dije|hice|grite|conteste|respondi|pedi .. $
  `,
  after: `
    eso|esto|todo_eso|nada_de_eso|y|lo_cual|que|ambas_cosas ,? no? era|fue|es|eran|son .. mentira|falso|excusa|excusas|una_excusa|un_pretexto|injusto|cobarde|mi_excusa|cobardia|verdad|cierto
    mentia|menti
    ya no digo|creo|pienso|cuento|culpo|uso|pongo
    deje|he_dejado de decir*|culpar*|poner|usar|contar|buscar_excusas|justificar*
    antes decia|pensaba|creia|culpaba|te_decia
    no voy|pienso|quiero a? decir*|culpar*|poner|usar|escribir|pretender|justificar*|esconder*|buscar|usarlo|buscar_excusas
    no dire|pondre|usare|culpare|escribire|buscare
  `,
}
