/** Words the Spanish patterns share. No accents: see words.ts. Forms of tú, vos, usted, ustedes and vosotros stand side by side. */
import type { Lexicon } from './pattern.ts'

export const spanishWords: Lexicon = {
  adv: 'muy mucho muchisimo tan de_verdad sinceramente realmente profundamente solo solamente tambien ya aun todavia siempre nunca jamas simplemente sencillamente honestamente francamente bastante demasiado tal_vez quizas quiza ahora entonces mas hasta incluso en_serio la_verdad un_poco nomas',
  sorry:
    'perdon perdona perdoname perdoneme perdonenme perdonadme perdonen disculpa disculpas disculpame disculpeme disculpenme disculpen disculpadme siento sentimos lamento lamentamos lamentar lamentable disculparme arrepiento arrepentido arrepentida arrepentimos disculpo disculpamos lastima',
  obj: 'te le les os lo la los las se nos a_alguien me',
  hurt: 'ofendi* ofend* lastim* herir heri hirio hirieron hiera hieran hiri* dañ* molest* incomod* afect* perjudi* moleste falte falto faltar* faltado incomode agredi* hice_daño hizo_daño hicieron_daño hacer_daño hecho_daño dolio dolieron doler duele dolido insult* humill* asust* decepcion* fall* cruce traspas* pase_de_la_raya me_pase sone sonaba sono sonaron sonado parecio parecieron hice_sentir hizo_sentir hicieron_sentir hecho_sentir causa* cause provoc* ocasion* hice_algo hecho_algo dije_algo dicho_algo equivoque estuve_mal estuvo_mal hice_mal hecho_mal actue_mal excluy* exclui* ignor* presion* cai* cayo_mal cayeron_mal salio_mal mal_interpret* malinterpret*',
  feeling:
    'ofendid* lastimad* herid* molest* incomod* insegur* mal atacad* excluid* dolid* afectad* agredid* triste* enojad* enfadad* ignorad* humillad* traicionad* decepcionad* asi presionad* asustad* juzgad* menospreciad* de_esa_manera de_esa_forma de_ese_modo insultad* resentid* sensible* perjudicad* disgustad* sentid* sentida* violentad* invisible* desplazad* desatendid* apartad* señalad* aludid*',
  anyone:
    'alguien algun* cualquier* quien quienes quienquiera aquell* los_que las_que algun_compañero alguna_compañera alguna_persona a_quien a_quienes todo_el_que todos_los_que todas_las_que',
  yo: 'yo me mi mis conmigo nosotros nosotras nos nuestro nuestra',
  bad: 'brusc* dur* grosero grosera borde seco seca fuerte fuertes tarde bruto bruta impaciente pesado pesada torpe torpes directo directa agresivo agresiva mandon mandona cortante frio fria tosco tosca mal desubicado desubicada descuidado descuidada intenso intensa injusto injusta tenso tensa molesto molesta acalorad* subid* pasad* exagerad* despistad* desordenad* irrespetuos* hirient* sarcastic* altanero altanera insensible* distante chocante maleducad* impulsiv* nervios* rud* cabron cabrona imprudente gritones apurad* celos* controlador* insistente antipatic* lejos',
  slip: 'malentendido malentendidos error errores desliz descuido roce roces discusion discusiones desacuerdo incidente cosa cosas cosita tonteria tonterias problema problemita detalle detalles despiste percance pleito bronca tropiezo falla fallo fallos lio pelea pelea discrepancia exabrupto arrebato equivocacion confusion diferencia diferencias chiste broma comentario comentarios empujon grito palabra desencuentro altercado inconveniente mentirita bobada',
  tired:
    'cansad* agotad* borrach* tomad* bebid* estresad* bajo_mucha bajo_presion bajo_estres bajo_los_efectos enferm* enojad* enfadad* molest* nervios* pasando_por pasando_un viviendo_un atravesando con_mucha con_mucho con_muchas con_muchos con_fiebre con_hambre con_sueño con_resaca con_copas con_unas con_demasiad* con_problemas con_ansiedad con_depresion sin_dormir saturad* desbordad* agobiad* ocupad* apurad* deprimid* alterad* fuera_de harto harta frustrad* joven nuev* chic* en_un_mal mal_de muy_mal pasad* de_malas de_mal* caliente preocupad* distraid* crud* ansios* de_duelo quemad* rebasad* hasta_arriba hasta_las hasta_el tenso tensa drogad* colocad* puesto puesta ebri* hormonal desvelad* medicad* sobrepasad* dormid* en_shock sin_comer sin_trabajo triste confundid* abrumad* inmadur* celos* cabread* encabronad* a_mil al_limite',
  act: 'hice dije puse tome saque lei mande envie publique escribi grite insulte empuje golpee pegue robe menti oculte escondi rompi deje tire use gaste perdi borre corte interrumpi llame llegue falte hable conte comparti difundi reenvie divulgue exclui saque quite agarre entre sali fui segui abri cerre bloquee toque bese force amenace acuse culpe negue ignore calle firme cambie vendi compre preste cobre pague pedi di traje lleve rechace cancele elegi decidi abandone prometi incumpli falsifique copie apague encendi expulse burle bloquee aproveche apropie subi baje corri respondi conteste repeti revise vigile espie segui persegui presione obligue insisti manipule critique desprecie ridiculice imite humille denuncie arranque arroje avente jale azote encerre eche borre modifique altere tape conduje maneje bebi dormi queme reparti asigne reparti distribui negue convoque prohibi',
  acting: 'haber haberte haberle haberles haberlo haberla haberme haberlos haberlas haberos',
  vagueAct: 'falle cause fui segui hice pedi pague decidi elegi devolvi prometi entre cambie actue busque intente',
  vagueActing:
    'ser hacerte_daño hacer_daño lastimarte herirte ofenderte fallarte molestarte causarte lastimar herir ofender todo causar estar haberte_fallado haber_fallado fallar hacerle_daño',
  repairing:
    'pagar* devolver* avisar* decir_en decir_a decirle* decirles contar_al contarle* contarles corregir* arreglar* reponer* cubrir* renunciar dejar_el dejar_la borrar* entregar* explicar_al explicarle* retirar* escribir_al escribir_a comprar* limpiar* reemplazar* reparar_el reparar_la reparar_tu restituir* reconocer_en reembolsar* transferir* publicar_una publicar_la poner_tu firmar* lavar* cocinar* mudar* compensar* desmentir* aclarar_al aclarar_ante dar_la_cara dar_tu sumar_tu bajar_el bajar_la quitar_el quitar_la restaurar*',
  repairWill:
    'pagare devolvere avisare_al avisare_a dire_en dire_a le_dire les_dire contare_al contare_a corregire arreglare repondre cubrire renunciare dejare_el_cargo dejare_la_coordinacion dejare_la_tesoreria borrare entregare explicare_al explicare_a retirare escribire_al escribire_a escribire_una comprare limpiare reemplazare reparare_el reparare_la reparare_tu restituire reconocere_en reembolsare transferire publicare_una pondre_tu firmare lavare cocinare mandare_el mandare_los mandare_la compensare desmentire aclarare bajare_el quitare_el hablare_con_la_mesa te_pagare les_pagare diré',
  repaired:
    'pague devolvi corregi arregle repuse cubri_tus renuncie borre_la borre_el entregue_la entregue_el entregue_las retire_mi retire_la ya_pague ya_devolvi ya_corregi le_dije_al_equipo le_dije_a_todo dije_al_equipo avise_al_equipo avise_al_grupo escribi_una_correccion escribi_al_periodico baje_el puse_tu_nombre me_mude desmenti',
  repairDone:
    'pagado devuelto corregido arreglado repuesto cubierto renunciado borrado entregado retirado avisado_al dicho_al contado_al escrito_a escrito_una bajado desmentido reembolsado transferido',
}

export const spanishTold = {
  before: `
    dije|decia|conte|escribi|repeti|insisti|fingi|sostuve|afirme|explique|asegure|jure|respondi|conteste|invente|bromee|argumente|justifique|excuse|declare|alegue|acuse|culpe|llame|trate|hice|use|pretendi|convenci|publique|grite|di_a_entender|hice_creer|me_decia|me_dije|andaba_diciendo|menti|minimice|pedi|pedia|exigi|insistia|quise_hacerte|te_acuse|te_culpe ...
    he|habia|haber|haberte|haberle|haberles|por|de|sin|al|deje_de {adv}? decir*|dicho|contar*|llamar*|llamado|afirmar|pedir*|repetir|culpar*|acusar*|tratar*|hacer*|escribir*|pretender|exigir*|usar*|insistir ...
    estuvo|estuve|fue mal .. decir*|culpar*|llamar*|pensar|pedir* ...
    mi excusa|pretexto|respuesta|version|mentira|justificacion|coartada .. fue|era|de ...
    en_vez|en_lugar de ...
    deje|permiti|hice que .. dijeran|creyeran|pensaran|contaran|dijera|creyera|llamaran ...
    hablaba|hable|escribi|escribia|hablo {adv}? de|sobre ...
    exigi|rogue|presione|te_exigi|insisti|escond*|me_escondi ...
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
    decir|pensar|decirte|contar|culparte .... fue|era|es|estuvo mentira|excusa|falso|injusto|mal|cobarde|una_excusa|una_mentira
    ya no digo|creo|pienso|cuento|culpo|uso|pongo
    deje|he_dejado de decir*|culpar*|poner|usar|contar|buscar_excusas|justificar*
    antes decia|pensaba|creia|culpaba|te_decia
    para que? .. {obj}? quedar|quedara|quedase|consolaras|consolara|callaras|creyeran|creyeras|dieran|apoyaran|sintieras bien|mal|$|menos|pena|la_razon
    queria|quise|buscaba|necesitaba que {obj}? ....  para dejar|quedar|no|librarme|volver
    para quedar bien
    no voy|pienso|quiero a? decir*|culpar*|poner|usar|escribir|pretender|justificar*|esconder*|buscar|usarlo|buscar_excusas
    no dire|pondre|usare|culpare|escribire|buscare
  `,
  plain: `
    ^ te|le|les|me|lo|la|los|las|no_te|no|yo|el_*|la_* {obj}? {adv}? {act} ....
    ^ {act} ....
    ^ elegi|decidi|deje_que|sabia_que|ya_no|he_pedido|he_dejado|renuncie|devolvi|deje_de ..
    ^ cuando .. , {obj}? {act} ..
    ^ perdiste|tuviste_que|no_pudiste|dejaste_de|pagaste|cargaste|me_pediste|me_dijiste|tenias_razon|tenias_derecho|tenias_miedo ..
    ^ pagare|dire|devolvere|mandare|cubrire|dejare|saldre|no_ire|voy_a_pagar|voy_a_devolver|voy_a_dejar|voy_a_decir|no_voy_a|borrare|entregare|arreglare|lavare ..
  `,
  notPlain: `
    pero|aunque|si|porque|ya_que|como|solo|solamente|simplemente|nomas|apenas|poco|poquito|broma|bromas|bromeando|siento|lamento|perdon|perdona*|disculp*|por_favor|intencion*|quise|queria|intente|trate|intentaba|ayudar*|proteger*|bien|error|errores|cosas|algo|todo|todos|todas|borrach*|cansad*|estres*|mal|mejor|tambien|ya|amor|cariño|pequeñ*|sin_querer|por_tu|por_el_grupo|hasta|sufri*|defendi*|llore|hice_lo|lo_hice|lo_dije|reaccione|respondi|conteste|falle|equivoque|segundo*|momento|perdi_a|perdi_mi*|perdi_el|mucho|dificil|entiend*|parte|nunca|quizas|tal_vez|puede|podria|ojala|espero|bueno|buena|malas|*ito|*ita|?|ambos|los_dos|sin_pensar|llame|escribi|mande|actue|obre|cai|malentend*|presion|impulso|criaron|subi|ya
  `,
}
