/** What fires each hint in Spanish, one pattern a line, and what keeps it from firing. */
import { spanishAsks } from './spanish-asks.ts'
import { spanishMore } from './spanish-more.ts'
import type { HintRules } from './rule.ts'

export const spanish: HintRules = {
  COND: [
    {
      on: `
        {sorry} .... si !quieres|queres|eliges|prefieres|preferis|necesitas|decides|no_te_pido|bien_no
        si ... {hurt}
        si {obj}? {obj}? .. {hurt}
        si te|le|les|os|se|alguien|lo|mis|mi|algo|algun* .. sentist*|sentis*|sinti*|sient*|sentiste|hice|dije|herid*|ofendid*|ofens*|tomaste|tomo|tomaron|dolio
        si en_algun|de_alguna|de_algun|por_alguna|en_algo|alguna_vez|acaso|en_algo ....
        si hice|dije|hubo|fui|fue|estuve|tuve|he|hubiera|hubiese|llegue|llego|algo|es_que|es_cierto|es_verdad .. {hurt}|algo|daño|mal|grosero|injust*|hecho|dicho|ofens*|sentiste|fue|lo|cierto|verdad|lastimar*|ofender*|brusco|brusca|machista|irrespetuos*
        si .. pude|pudo|pudieron|podria|pudiera|pudiese|haya|hayan|hubiera|hubiese|hubieran|hubiesemos ....
        si eso|asi|esto es|fue|era .. lo|asi|como|que|cierto|verdad
        si crees|cree|creen|piensas|pensas|sientes|sentis|sienten|consideras|te_parece|te_parecio|lo_tomaste|lo_viste|lo_sentiste|lo_ves|lo_sientes|te_lo_tomaste ....
        en caso de|que ....
        por si {obj}? ....
        de haber* .. {hurt}|hecho|dicho
        a|con|de {anyone} ... {hurt}|{feeling}|sintio|sinti*|siente
        {anyone} que? se? .. sintio|sinti*|siente*|sienta|sentid*|ofendi*|molest*|lastim*|haya*
        puede|pudo|pudiera|podria|quizas|quiza|tal_vez|acaso|posiblemente|probablemente|a_lo_mejor|seguramente|capaz|supongo|es_posible|igual .. que|haber*|te|le|les|mi|mis|yo|lo_que|fui|alguna|no|algo|me|se|a .. {hurt}|{feeling}|haya*|hice|brusc*|dije|fui|pase|sido|incorrecto|injust*|hicieron|duro|dura
        pude|pudo|pudieron|podria|podrian|pudiera|pudieran|puedo|puede|pueden haber|haberte|haberle|haberles|haberlo|haberos|haberse {adv}? *ado|*ido|dicho|hecho|puesto|sido|habido ....
        cualquier* daño|dolor|ofensa|molestia|malestar|perjuicio|cosa|inconveniente|incomodidad|mal|herida|agravio ....
        lo que|sea .. sea|haya|pude|pudo|pudiera .. que|hecho|dicho|causado|haber* ....
        haya|hayan|hayamos {adv}? podido|ofendido|lastimado|herido|molestado|causado|dicho|hecho|sido|faltado|sentido .. .. !porque
        parece|parecer|dicen|segun|aparentemente|supuestamente|al_parecer|por_lo_visto|me_dicen|me_cuentan|me_han_dicho|me_dijeron|se_ve|entiendo que? .. te|mi|mis|algo|ti|tu|ustedes|dicen|ellas|lo|algunas|algunos|alguien|les|fui|hice|vos|cuentas|le|la|el .. {hurt}|{feeling}|hice|mal|cuentas|dices|ofensiv*|fui|gente|version|sintieron|sintio|paso
        lo que .. dices|decis|crees|alegas|sientes|piensas|afirmas|cuentas|dicen|consideras|llamas .. hice|paso|dije|fue|hago|es|ocurrio|sucedio|que
        de ser asi|cierto|verdad
        aunque no se|recuerdo|estoy|entiendo si|que|haber*|segur*|bien|en_que|por_que
        no se|recuerdo|estoy .. si|segur* te|fui|lo|me|dije|hice|de ....
        entiendo|comprendo|veo|imagino que .. pude|pudo|pudiera|podria|haya*|hayas ....
        en la medida en
        si {sorry}
        a tus|sus ojos
        segun|por_lo_que|me me|te|le|dicen|cuentan|han dicen|cuentan|contaron|dijeron|dicho|contado|entiendo|escucho ,? .. algo|mi*|lo|hubo|te|que|hay ....
        suponiendo|asumiendo|admitiendo|poniendo que ....
        si hubo|hubiera|hay|habia algun|alguna|algo|falta|error ....
        me|nos {adv}? dicen|dijeron|contaron|cuentan|han_dicho|comentaron|comentan que ... sone|fui|parec*|hice|ofend*|cai|cayo|molest*|moleste|soy|puedo|incomod*|lastim* ..
        pongamos|digamos|supongamos que ....
        si tu|vos|usted|ustedes|ella|alguien ... crees|cree|creen|piensas|pensas|sentis|sientes|dices|decis|creés|asegura*|afirma* ....
        sea lo que sea
        sea lo|cual|como ....
        si {anyone} ... sinti*|siente*|ofend*|molest*|lastim*
        habra|habran|puede_haber|seguro_hay cosas|algo|momentos|veces ..
        tal_vez|quizas|quiza|a_lo_mejor|puede_que|igual|capaz|posiblemente|seguramente {adv}? {obj}? sone|fui|estuve|parec*|hable|hice|dije|me_pase|exager*|lastime|ofendi|heri|reaccione|actue|falte|moleste
        no {adv}? {obj}? recuerdo|acuerdo .. asi|eso|haber*|de|que
        no es|fue como lo|yo recuerdo|lo_recuerdo
        que yo sepa|recuerde
        hasta donde se|recuerdo
        acepto|respeto que {adv}? {obj}? creas|creen|pienses|digas|recuerdes ..
        parece que .. piens*|cree*|sient*|dice* ..
        no se {adv}? bien|exactamente|seguro|muy_bien|del_todo|que que|lo_que? ..
      `,
      not: `
        si quieres|queres|quiere|quieren|quereis|eliges|elegis|elige|prefieres|preferis|decides|decidis|decide|necesitas|deseas|algun_dia_quieres|alguna_vez_quieres|alguna_vez_decides|te_sirve|lo_deseas|ustedes_quieren|lo_pides|me_lo_pides|pides|te_hace
        si vuelvo|vuelve|otra|rompo|incumplo|fallo|falto|levanto|no_cumplo|recaigo|noto|siento|lo_hago|algo_cambia
        si .. otra_vez|de_nuevo|vuelvo
        no .. pregunte|pense|comprobe|revise|importo|sabia|supe .. si
        pregunte|pregunto|preguntar|preguntarte|pregunta|comprobar|revisar|verificar|saber|pregunten .. si
        si .. o no .. tuya|tuyo|decision|derecho|de_ustedes
        puede|pueden|podria|puedes .. leer|preguntar|revisar|pedir|contar|consultar|comprobar
        como si
        no hay si
        no .. quizas|tal_vez|puede_que|si_acaso ....
        no digo si
        ni siquiera
        por si .. sol*
        si algo|alguien aqui|de_aqui|de_esto|en_esta
      `,
    },
  ],
  BUT: [
    {
      on: `
        {sorry} .... pero|aunque|sin_embargo|no_obstante|ahora_bien|eso_si|sino_que|solo_que|mas_alla|a_pesar|si_bien|mientras_que|por_otro_lado|dicho_esto|dicho_eso|con_todo|igual_tu|igual_vos|tampoco
        se|admito|reconozco|acepto|asumo|entiendo|comprendo|confieso|sabia|sabemos|reconocemos|admitimos|concedo .... pero|aunque|sin_embargo|no_obstante|ahora_bien|eso_si|solo_que|si_bien|por_otro_lado|dicho_esto|dicho_eso|tampoco
        me|nos|estuve|estuvo|hice|fue|fui|actue|falle|tuve|era|cometi|debi|deberia|tendria|hable|obre|reaccione|llegue .. equivoque|equivocamos|mal|error|culpa|injust*|brusc*|falla|fallo|responsable|grosero|grosera|pase|excedi|tarde|errores|duro|dura|incorrecto|mia|haber* .... pero|aunque|sin_embargo|no_obstante|ahora_bien|eso_si|solo_que|por_otro_lado|tampoco
        yes|claro|cierto|vale|okay|ok|bueno|de_acuerdo|es_verdad|es_cierto|por_supuesto|ta_bien|esta_bien|verdad ,? .. que? .... pero|aunque|sin_embargo|tampoco|igual
        {act} .... pero|aunque|sin_embargo .. nadie|alguien|todos|todas|tu_tambien|vos_tambien|tambien_tu|tambien_vos|tu_no|vos_no|estaba|era|habia|hacia_falta|no_habia|no_tenia|tenia_que|tenia_mis|lo_hice_por|fue_por|solo|no_era_para|no_fue_para|ustedes|hay_que|todo_el|la_verdad|el_grupo|los_demas|las_demas|no_me_quedaba|habra_que|me_provocaste|tu_me|vos_me|en_mi|tampoco
        aunque|si_bien|por_mas_que|a_pesar_de_que .. {sorry}|me_equivoque|estuve|estuvo|hice_mal|reconozco|admito|se|fui|falle|error|actue .... ,
        {sorry} .. .... no por|de lo_que|el_contenido|el_fondo|haberlo
        {sorry} .... sostengo|mantengo|sigo_pensando|sigo_creyendo|tenia_razon|tengo_razon|no_retiro|me_reafirmo|la_razon
        mi tono|forma|manera|modo|modos|formas .. fue|fueron|era|estuvo|no .... pero|aunque|fondo|razon|sigo|contenido
        tuve|tenia|tengo mis|buenas? razones|motivos|razon
        por mi parte .... pero|ahora|tu|tuya|vos|ustedes
        no soy|fui el|la unico|unica
        sostengo|mantengo|me_reafirmo|no_me_arrepiento lo|en|de|que ....
        las formas|maneras .. pero|no_el|el_fondo
        {act} .... , pero|aunque|eso_si|igual|total|sin_embargo ,? nadie|alguien|todos|todas|ustedes|la|el|los|las|tampoco|habia
        mis|mi|las|los formas|modos|maneras|tono|palabras ....  era|es|sigue|tenia verdad|cierto|razon|cierta
        ahora|y_ahora|falta {adv}? te|le|les|tu|vos toca|turno|tu|falta|corresponde ..
        lo_mio ....  tu|lo_tuyo|toca|vos|ustedes
        me siento|senti|sabe|da mal|fatal|pena|culpa|terrible .... , solo_que|pero|aunque|eso_si ..
        perdon|lo_siento|disculpa .... , no|pero no por|perdon ..
        no {obj}? debi|debia|tendria|deberia ... , pero|aunque|sin_embargo ,? !no_lo !lo_hice ..
        {act}|menti|grite ,? , tu|vos|ustedes|usted .. tambien
        {sorry}|pedire|dire ... cuando|en_cuanto|una_vez_que tu|vos|ustedes|los_demas .. ..
      `,
      not: `
        pero|aunque|sin_embargo ,? .. {sorry}|perdon|disculparme|disculpas|decirlo|palabras|pedirlo|eso|esto|lo_siento|sentirlo .. no|nada|es_poco|son_poco|solo|nunca|estuvo|es_mio|es_mia|fue_mia|fue_mi|fue_mio
        pero|aunque|sin_embargo|y_sin_embargo ,? .. voy|vamos|pagare|hare|dejare|dire|corregire|devolvere|saldre|mantendre|seguire|cumplire|puedo_pagar|puedo_dejar|puedo_cambiar|puedo_reparar|segui|no_lo_hice|no_la_hice|no_hice|no_fui|no_dije|no_pregunte|no_pare|no_pague|no_avise|no_cumpli|no_escuche|no_llegue|no_volvi|no_te_llame|no_te_escuche|no_te_pregunte|no_te_espero|no_espero|no_te_pido|no_pido|lo_hice_igual|igual_lo|lo_hice_de|me_calle|te_ignore|ignore|elegi|decidi|te_deje|deje|menti|oculte|me_fui|me_quede|volvi_a|debi|pude_haber|empece|he_empezado|ya_empece|estoy_pagando|estoy_aprendiendo|quiero_reparar|falte|hable|grite|use|tome|lo_use|fui_yo|yo_elegi|yo_decidi|te_hice|la_culpa_es_mia|soy_responsable|preferi|rompi|nunca_te_pregunte|nunca_pregunte|nunca_lo_hice|nunca_fui|nunca_pague
        pero|aunque ,? .. perdiste|pagaste|cargaste|no_tenias_por|no_tenes_por|no_tienes_por|no_me_debes|no_merecias|me_pediste|dijiste_que_no|tuviste_que|el_daño|quien_pago|eras_tu_quien|tu_perdiste
        pero no basta|alcanza|es_excusa|es_suficiente|sirve|es_una_excusa|cambia|por_eso|lo_justifica|es_justificacion
        pero solo|recien cuando|despues
        no solo|porque .... pero
        no hay pero*
        sin peros|excusas
      `,
    },
  ],
  PASSIVE: [
    {
      on: `
        se {obj}? {adv}? dij* cosas|palabras|mentiras|algo|muchas|que
        se {obj}? {adv}? dijeron|dijo|hicieron|hizo|cometieron|cometio|cruzaron|cruzo|rompio|rompieron|perdio|perdieron|gasto|gastaron|compartio|compartieron|filtro|filtraron|hirio|hirieron|lastimo|lastimaron|daño|dañaron|tomaron|tomo|violo|violaron|falto|faltaron|traspaso|traspasaron|manejo|manejaron|trato|trataron|ignoro|ignoraron|olvido|olvidaron|difundio|difundieron|publico|publicaron|uso|usaron|levantaron|alzaron|causo|causaron|borro|borraron|incumplio|incumplieron|vulnero|vulneraron|descuido|descuidaron|salio|salieron|desbordo|desbordaron|complico|complicaron|descontrolo|descontrolaron|torcio|torcieron|calento|calentaron|desmadro|dio|dieron|produjo|produjeron|genero|generaron|excluyo|excluyeron|actuo|gestiono|gestionaron|malgasto|malgastaron|quebro|quebraron|escapo|escaparon|soltaron|solto|armo|armaron|mezclaron|fracturo|paso|pasaron|divulgo|divulgaron|revelo|revelaron|mintio|abuso|grito|insulto|reenvio|expuso|expusieron|ofendio|ofendieron|entendio|tenso|cayeron|cayo|desaparecio|hablo|enredo|enredaron|rebaso|rebasaron|escribio|escribieron|puso|pusieron|toco|golpeo|empujo|repartio|repartieron|excedio|acaloraron|encendieron|malinterpreto|dejo|dejaron|quito|atropello|pisoteo ..
        se ha|han|habia|habian|haya|hayan {adv}? *ado|*ido|dicho|hecho|roto|escrito|puesto ..
        hubo|habia|ha_habido|hubieron|existio|existieron {adv}? {adv}? .. error*|malentendido*|fall*|daño*|tension*|grito*|problema*|conflicto|roce*|palabras|falta|faltas|insultos|violencia|discusion*|exceso*|desacuerdo*|descuido*|empujones|confusion|mentiras|abuso*|cosas|irregularidades|omision*|falta_de|maltrato|ruptura|momentos|comportamientos|conductas|actitudes|decisiones|agresion*|pelea|desorden|un_mal|mala|malas|desencuentro
        {sorry} .... lo|todo_lo|cosas|esto|eso que? .. paso|paso_|sucedio|ocurrio|ocurrido|sucedido|pasado|acontecido|haya_pasado|sucediera|pasara|ocurriera|pasaron|sucedieron
        lo|todo_lo que|que_nos .. paso|sucedio|ocurrio .. fue|es|no|estuvo|nunca|en|paso|,
        lo ocurrido|sucedido|acontecido
        lo pasado
        {sorry} .. situacion|incidente|episodio|sucesos|hechos|asunto|conflicto|circunstancias|desenlace|malentendido|resultado|acontecimientos|discusion|tension|pelea|escena|conversacion|momento|ambiente|rumbo
        la|esta|esa|toda|el|este|ese situacion|conversacion|discusion|reunion|asamblea|ambiente|noche|charla|cosa|asunto|tema|debate|conflicto|broma|fiesta|tono|incidente|momento|comunicacion .. se|fue_subiendo|subio|escalo|llego|termino|acabo|salio|fallo|fue_lamentable|fue_desafortunad*|fue_tens*|degenero|derivo ..
        las|los cosas|animos|emociones|palabras|nervios|hechos|voces|sentimientos|limites|planes .. se|salieron|escalaron|subieron|llegaron|fueron|terminaron|pasaron|acabaron|resultaron|estaban ..
        {sorry} .. como|la_forma_en_que|la_manera_en_que|que las|se|salio|salieron|termino|terminaron|todo|resulto|fue|acabo|acabaron|esto|todo_esto|haya*|la|el|ocurri* cosas|dieron|*|todo
        fue|fueron|fuiste|fuisteis|fueras|ha_sido|han_sido|quedo|quedaron|quedaste|resulto|resultaron|resultaste|saliste|salio|salieron|terminaste|acabaste {adv}? {adv}? herid*|lastimad*|ofendid*|dañad*|tratad*|excluid*|ignorad*|afectad*|perjudicad*|rot*|dich*|cometid*|gastad*|compartid*|filtrad*|publicad*|humillad*|silenciad*|atacad*|insultad*|perdid*|olvidad*|mal|traicionad*|vulnerad*|violad*|borrad*|interrumpid*|manejad*|malgastad*|desatendid*|señalad*|sola|solas|fuera|agredid*|desplazad*|acusad*|usad*|cruzad*|llorando
        una|las|la|el|mi|un cosa|mano|manos|voz|dinero|lengua|copa|vaso|puerta|empujon|golpe|grito|mensaje|boca .. llevo_a|se_me_fue|se_fue|solto|desaparecio|escapo|perdio|cayo|me_gano|me_traiciono|se_esfumo
        una cosa llevo
        me|nos salio|salieron|gano|ganaron|vencio|pudo .. asi|eso|mal|del_alma|sin|enojo|coraje|rabia|nervios|ira|enfado|emocion|temperamento|caracter|las_palabras
        te|les|le|os trataron|hirieron|lastimaron|ofendieron|excluyeron|dejaron|hicieron|ignoraron|dijeron|gritaron|faltaron|callaron|echaron ..
        nada de|esto eso|esto|debio|debia|tendria|deberia|tenia .. pasar|paso|haber|suceder
        no|nunca|jamas debio|debia|debieron|tenia|tendria|deberia .. pasar|suceder|ocurrir|haber_pasado|haber_sucedido|ocurrido
        paso|pasaron|sucedio|ocurrio lo|muchas|cosas|algo|algunas|mucho|una_desgracia que|muy|feas|malas|lamentable|que_no|cosas ..
        todo se|salio|termino|acabo|fue .. mal|de_las|fuera|de|control|manos|complico|descontrolo|salio
        asi fue|se como|dieron
        las cosas|lo_del
        no se {obj}? {adv}? respeto|respetaron|cumplio|cumplieron|aviso|pago|pagaron|hizo|hicieron|tuvo|tuvieron|manejo|cuido|escucho|tomo|tomaron|conto|dio|dijo|consulto|pregunto|supo|pudo ..
        el|la|los|las|ese|esa dinero|plata|fondos|caja|cuentas|llaves|lista|recibos|notas no ..  aparecio|aparecieron|cuadro|cuadraron|cuadran|alcanzo|esta|estan|llego
        acabo|acabaron|termino|terminaron|resulto|resultaron|quedo|quedaron {adv}? {adv}? *ando|*endo|sin|en|perdid*|rot*|fuera|mal ..
        no {adv}? volvieron|volvio|llegaron|llego|aparecieron|regresaron|estaban {adv}? a|al|en ..
        fallo|fallaron|faltó|falto|fracaso {adv}? la|el|los|las|una comunicacion|confianza|proceso|organizacion|coordinacion|sistema|plan|mecanismos|dialogo|estructura ..
        la|el|las|los !daño !dolor !miedo ... no {adv}? salio|salieron|resulto|funciono|fue_como ..
        no fue|era mas que ....
        {sorry} que {obj}? {adv}? haya|hayan|hubiera {adv}? pasado|ocurrido|sucedido|tocado ..
        los|las|la|el *|gritos|insultos|cosas|palabras que hubo|se|ocurri*|pasaron|paso ..
        nunca|no {obj}? {adv}? llego|llegaron|alcanzo|tocaron $
        se {obj}? {adv}? mostraron|mostro|leyeron|leyo|enviaron|envio|copiaron|grabaron|grabo|vieron|robaron|movieron|cerraron|cerro|vendieron|repartieron ..
        volaron|volo ..
        la|el|las|los *  quedo|quedaron|aparecio|aparecieron|termino|terminaron|salio|salieron|desaparecio|desaparecieron ..
        llego|llegaron|acabo|acabaron|termino|terminaron a|en manos|oidos|donde|malas ..
        se {obj}? {adv}? traspapel*|olvid*|torci*|perdio|descuadro|enredo ..
        se me {adv}? paso|fue|olvido ..
      `,
      not: `
        por|conmigo mi|mi_culpa|mis|yo
        por|con lo_que|lo que? .. hice|dije|escribi|decidi|calle|publique
        porque|cuando|ya_que|como|mientras yo|{act}|me|no_pague|no_fui|no_avise|no_cumpli|no_llegue|no_hice|le|te|les
        yo|te|le|les|lo|la|me|los|las {act} !saber_que
        ^|,|y|que|ademas|pero|donde {adv}? no? {act}
        por|de {acting} ....
        lo que .. paso|sucedio|ocurrio .. fue|es .. mi|mio|mia|culpa|responsabilidad|yo|que_yo
        contar*|conte|dire|decir*|explicar*|explique|escribi|pregunt*|saber|saben|supe|contaste|diras|avisar*|digo|revis*|record*|hablar|hable|leer ... lo|como que|ocurrido|sucedido|sucedio|paso|fue
        lo que te|le|les paso
        vuelva|vuelvan|volver* .. pasar|suceder|ocurrir|decir|hacer
        se {obj}? {adv}? lo|la|los|las|te|le .. voy|pagare|devolvere|dire|dare
        es|fue|son mia|mio|mi_responsabilidad|mi_culpa|mi_error|mis
        se me olvido
      `,
    },
  ],
  MINIMISE: [
    {
      on: `
        solo|solamente|simplemente|nomas|unicamente|apenas|tan_solo|nada_mas|puro|pura|meramente ,? .. broma|bromas|bromeando|bromear|jugando|juego|chiste|chistes|vacilando|de_vacilon|relajo|cotorreo|echando|joda|jodiendo|coña|cachondeo|guasa|una_vez|un_momento|unos|unas|un_comentario|comentario|un_empujon|palabras|una_palabra|una_discusion|un_malentendido|malentendido|un_roce|un_mensaje|un_grito|dos|tres|cinco|un_segundo|un_rato|un_ratito|minutos|pesos|euros|diez|una_noche|un_dia|charla|carrilla|bullying_no|un_desliz|una_tonteria|un_error|un_descuido|un_abrazo|un_piropo|una_forma_de|un_toque|un_meme
        solo|solamente|nomas|unicamente|nada_mas|simplemente {slip}|fue|era|fueron .. {slip}
        era|fue|estaba|estabamos|es|iba|lo_dije|hablaba|estuve|lo_hice .. broma|bromas|bromeando|en_broma|de_broma|jugando|de_juego|chiste|vacilando|de_relajo|jodiendo|de_coña|de_cachondeo|cotorreando|en_chiste|en_joda|de_joda|de_guasa|sarcasmo|ironia|jodita|en_plan_broma|de_chiste|de_risa
        no {adv}? fue|es|era|seria|sera|estuvo|me_parece|creo_que_fuera|creo_que_sea {adv}? .. para_tanto|tan|gran_cosa|nada|tanta|tanto|cosa_del|el_fin|grave|la_gran|a_mayores|del_otro_mundo|el_acabose|pa_tanto|la_muerte|ningun_drama|un_drama|mas_que
        no {adv}? pasa|paso nada|gran_cosa
        no {adv}? hay|veo|tiene|creo .. para_tanto|que_preocuparse|que_hacer_drama|importancia|mayor_importancia|tanta_importancia
        no para|pa tanto
        ni que|fue|es|siquiera hubiera|fuera|haya|para_tanto|grave|tan|hubiese|hubieramos|lo|la|te
        tampoco {adv}? fue|es|era|te|hice|mate|me|le|creo|para|hay|se|pasa|paso ..
        un|una|algun|este|ese|unos|unas|el|la {adv}? pequeñ*|minim*|leve|ligero|ligera|simple|tonto|tonta|mero|mera|breve|estupid*|insignificante|aislad*|trivial|tontera|bob*|peq|puntual|inocente ..
        {adv}? pequeñ*|minim*|insignificante*|leve*|simple* {slip}
        {slip} {adv}? pequeñ*|minim*|leve*|simple|tont*|insignificante*|aislad*|sin_importancia|puntual*|menor*|sin_mala|de_nada|cualquiera
        era|fue|es|fueron|tuvimos|son|tuve|hubo|parece|llamaria|creo .. un|una|unos|unas|mero|puro malentendido*|tonteria*|desliz|descuido|roce*|cosita|detalle*|nimiedad|pequeñez|despiste|chiquillada|travesura|pavada|boludez|gilipollez|pendejada|exabrupto|bobada|tropiezo|bobería|lapsus|arrebato|calenton|equivocacion|arranque|discusion_normal|pelea_normal
        un_poco|un_poquito|algo|medio|un_tanto|un_pelin|ligeramente|un_pelo|levemente|tantito {bad}|pase|pasé
        se_me|me fue|paso|pase .. un_poco|poco|poquito|la_mano|tantito|algo|de_copas|la_lengua
        exager*|inflar*|inflando|inflado|sobredimension*|drama|dramas|telenovela|dramatizar|dramatiz*|tormenta|sacar_de_contexto|sacado_de_contexto|sac* ... proporcion|contexto|quicio|madre
        exager*
        se {obj}? exagero|hizo|ha_hecho|ha_exagerado|armo|esta_haciendo|saco|esta_exagerando|ha_sacado|inflo .. drama|lio|grande|bola|de_quicio|escandalo|mas|proporcion|mundo|montaña|show|circo|tormenta|$
        haces|hacen|haciendo|hacer|armar|armando|armaron|hicieron|hiciste|armes|hagas|hagamos|montar|montando .. drama|escandalo|un_mundo|montaña|tormenta|lio|tanto|problema|show|circo|gran_cosa|cuento|pancho|tango
        nadie se_murio|murio|salio|resulto|se_lastimo|se_quejo|se_dio .. ?|herido|$|mas|cuenta
        pudo|podria|pudiera|hay|habia haber|ser|cosas|gente .. peor|peores
        otros|otras|hay|algunos|hay_quien .. peor|peores|mas_grave*
        cosas que pasan
        esas|estas|son cosas|pasan|tonterias|detalles .. pasan|suceden|normales|$
        esas|estas|son cosas .. pasan
        esas cosas
        son cosas
        nada {adv}? grave|serio|importante|personal|del_otro|especial
        , nada mas
        nada mas $
        sin importancia|mayor|mala|maldad|consecuencias
        poca|poco importancia|grave|tiempo|dinero
        fue|es|era hace|ya|cosa .. años|mucho|tiempo|meses|agua_pasada|viejo|historia|de_hace|de_niños|de_chicos
        una|la sola|unica|vez vez|sola|$
        solo|fue|paso|sucedio una_vez|una_sola|un_momento|un_segundo|por_una
        apenas {obj}? te|le|lo|la|un|unos|si|una|toque|empuje|*
        casi ni|nada
        todo|unico|lo_unico lo|que que? hice|dije .. fue|es
        lo unico que
        una mala|frase|eleccion|palabra noche|racha|eleccion|frase|palabra|mal|desafortunad*|dia|tarde|decision
        mal momento|dia|rato|elegid*|expresad*
        palabras|frase|comentario|expresion|eleccion|manera {adv}? mal|desafortunad*|poco|poc*|torpe*|infeliz
        no fue|fui|era|estuve|es .. mi mejor|momento|dia
        no el mejor
        mejorable|desafortunado|desafortunada|poco_afortunad*
        al fin|menos y|no
        ^|ni como si .. hubiera|matado|robado
        como mucho|maximo
        relajate|calmate|relajense|calmense|tranquilizate|no_seas|no_seais ..
        tecnicamente
        lo normal|de_siempre
        normal|habitual|comun entre|en_un|en_una|en_el|en_la ..
        tontear|bromear|jugar|bromeamos|bromeaba|bromeabamos|jugaba|bromeo|bromeamos|joder
        subi la voz
        tuvimos|tenemos|fueron|hubo nuestras|algunas|un|una|unos|ciertas .. diferencias|desacuerdo|roces|discusion|encontronazo|malentendido|mal
        supuest* daño|agresion|ofensa|maltrato|abuso|violencia|insulto|acoso
        agua pasada
        falta de tacto
        peccata|pecata minuta
        llamado|llamada daño|acoso
        comparado con
        para tanto
        unos|unas pocos|pocas|cuantos|cuantas ..
        solo|apenas|nomas|solamente te|le|les|lo|la|fue|fueron|dije|di .. poquito|poco|poquitito|pelin|segundo*|minuto*|momento|rato|una_vez|empujoncito|*ito|*ita
        fueron|fue|duro|eran|seran|habran_sido {adv}? {adv}? unos|un|dos|tres|cinco|diez|veinte|treinta|solo|como_mucho {adv}? segundo*|minuto*|momento|euros|pesos|dias|dolares|palabras|rato|ratito
        peores|mas_graves|peor cosas|se|he|las .. dicho|hecho|visto|han|hacen|pasado
        tanto|tanta|todo_este|toda_esta|tantas lio|drama|escandalo|ruido|alboroto|vueltas|historia|problema|bronca|cosa|revuelo .. por|para|con ..
        hace|pasaron|ya_pasaron {adv}? {adv}? años|mucho|tiempo|meses|siglos|semanas .... ya|nadie|olvid*|pasad*
        cualquiera|parece|pareciera|se_diria|alguien {adv}? diria|pensaria|creeria|que_mat*|que_rob* ....
        todas|todos|las|los|cualquier {adv}? las? los? parejas|amigos|amigas|familias|grupos|hermanos|compañeros|gente discut*|pele*|grit*|brome*
        no {adv}? vale|merece la pena ..
        no es motivo|razon|para ..
        sorprende|asombra|llama|extraña|increible|no_puedo_creer que .... sig*|todavia|aun|tema|esto|hables|importe
        no fue mas que|de ..
        me olvide|olvide|falte|me_falto|debo|use|agarre|tome .. nomas|solo|nada_mas|apenas|un_par|un_poquito|*ito|*ita
        no {adv}? {obj}? veo|entiendo|encuentro|se {adv}? .. problema|que_tiene|lo_malo|lo_grave|que_hay|drama|tanto|por_que_tanto
        otros|otras|hay_grupos|hay_gente|en_otros|los_demas .. tienen|hay|hacen|pasan .. peor*|mas_grand*|mas_grave*|reales|problemas|mucho
        estaba|fui|estuve|era|sone|me_puse|andaba|soy|estabamos|resulte|parezco|llegue {adv}? un_poco|un_poquito|algo|medio|un_tanto|un_pelin|ligeramente|tantito *
        solo|solamente|nomas|apenas un|una|unas|unos par|cuantas|cuantos|copa|copas|poco|pocas|pocos ..
        demasiada|tanta|mucha|mas importancia ..
        tomando|tomaba|tomandote|tomarte el|de|en pelo|broma|joda|risa
        vacilando|bromeando|molestandote|cargandote
        al|a_los|despues|luego .. minutos|rato|dia|hora .. nos_reiamos|riendo|reiamos|amigos|bien|normal|como_si_nada
        solo|solamente|apenas|nomas {obj}? {adv}? levante|alce|subi|empuje|grite|toque|dije|hable|tome|use|falte|llegue un_poco|un_poquito|poco|algo|tantito ..
        fue|era|es|fueron|ha_sido|seria {adv}? solo|solamente|apenas|nomas|simplemente|tan_solo|unicamente un|una|unos|unas|dos|mi *
        poner*|ponerlo|verlo|mirarlo|pongamos*|veamoslo .. en perspectiva|proporcion|su_justa|contexto
        gente|personas|otros|otras|muchos|diez .. hicieron|hacen|han_hecho|hizo .. cosas? peor|peores
        nadie mas .. quejo|noto|dijo|molesto|ofendio|enojo
        en todos|todas los|las grupos|familias|parejas|casas|equipos|colectivos|lados|partes ..
        no es|fue la|el primera|primero|unica|unico ..
        nadie {adv}? se {adv}? va|acuerda|acordara|acordar* ..
        fue|era|es|fueron una|uno|unas de es*|est*|aquell* ..
      `,
      not: `
        no|nunca|ni|nada {adv}? fue|era|es|fueron|estaba|hubo|hablo_de|se_trata !mas_que .. !mas_que !que solo|una_simple|un_simple|un_pequeño|una_pequeña|una_broma|broma|un_malentendido|malentendido|un_chiste|un_juego|un_desliz|un_descuido|una_tonteria|tonteria|jugando|bromeando|una_exageracion|un_error_pequeño|poca_cosa|poco|un_accidente|cosa_menor|en_broma|de_broma|un_roce|un_detalle|sin_importancia|simplemente|un_pequeño
        no solo|solamente|simplemente
        no exager*
        tu|vos|ustedes|usted no exager*|dramatiz*
        poco a|por poco
        minimice|le_quite|quite|reste|reduje|lo_hice_parecer|hice_parecer|le_reste ... importancia|pequeño|menos|daño|$|lo|el|tu
        por|de hacer|contar|reirme|haber* ... broma|bromas|chiste|chistes
        hice|conte|use .. broma|bromas|chiste|chistes .. de|sobre|con|a tu|ti|su|los|las|costa|costillas|el|la
        me burle
        hare|dire|voy|vamos|pagare|dejare|saldre|empece|pido|puedo ... solo|una_vez|cada|un_mes|unos|poco
        solo .. cuando|si|despues|desde|quien|persona|yo
        perdiste|pagaste|tuviste|esperaste|quedaste|te_quedaste ...
        mucho mas que una|un
        bastante|muchisimo mas que una|un
        una vez al|por|cada|mas|que
        unos|unas dias|semanas|meses|pocos_dias .. despues|antes|tarde|luego
        cada|hasta pequeñ*
        nada menor|pequeñ*
        un pequeño paso
        no {adv}? fue|era|es|hubo {adv}? solo|solamente|nomas
        no {adv}? hay|habra ningun pero
        solo|apenas un|una|unos|unas .. despues|mas_tarde|cuando|porque
      `,
    },
  ],
  ...spanishMore,
  ...spanishAsks,
}
