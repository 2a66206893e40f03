import type { HintRules } from './rule.ts'

/** The second half of the Spanish patterns. */
export const spanishMore: HintRules = {
  BLAME: [
    {
      on: `
        me {adv}? !obligo obligaste|obligas|hiciste|haces|provocaste|provocas|empujaste|llevaste|sacaste|sacas|pusiste|pones|forzaste|orillaste|buscaste|presionaste|desesperaste|desesperas|tentaste|dejaste|atacaste|gritaste|insultaste|contestaste|faltaste|acorralaste|pinchaste|picaste|hartaste|cansaste|alteraste|malinterpret*|entendiste|entiendes|juzgas|juzgaste|tergivers*|ignoraste|mentiste|provoco|obligo|obligaron|provocaron|hicieron|heriste|lastimaste|celabas|chingabas|jodias|hinchaste|trataste|hablaste|tratas|hablas|hablabas|tratabas|empezaste|pediste_guerra|diste_motivo* .. !ver !entender !saber !comprender !un_favor !notar !cafe !parar
        eres|sos|es|estas|estabas|fuiste|son|sois|andas|te_pones|te_pusiste|te_has_puesto {adv}? {adv}? demasiado|muy|tan|bastante|super|re|medio|un_poco|hiper*|algo|exagerad*|dramatic*|intens*|hipersensible|susceptible|conflictiv*|rencoros*|paranoic*|delicad* sensible*|dramatic*|delicad*|susceptible*|emocional*|intens*|exagerad*|exigente|dificil|paranoic*|sensibl*|sentid*|piel|conflictiv*|rencoros*|quisquillos*|complicad*|terc*|celos*|a_la_defensiva|suspicaz|$|especial
        piel fina|muy
        hipersensible|susceptible*|hipersensibilidad|exageraste|exageras|sobrerreaccion*|dramatizas|dramatizaste|reaccionaste|sobreactu*|te_victimizas|te_haces_la_victima|te_haces_el|haciendote_la
        te {adv}? lo? lo? tomas|tomaste|tomas|tomo|tomaron|victimiz*|molestas|ofendes|enojas|enfadas|alteras|picas|afectas|sentis_ofend*|sientes_atacad*|pones|pusiste|buscaste|ganaste|merec* .. todo|mal|personal|pecho|a_mal|por_todo|por_cualquier|en_serio|la_tremenda|asi|facil*|de_todo|histeric*|loca|loco|dificil|agresiv*|a_la_defensiva|$|sol*
        si .. hubieras|hubieses|hubiera|hubieran|hubieseis|habrias|fueras|fueses|supieras|dejaras|hicieras|escucharas|dijeras|tuvieras|avisaras|pararas|hablaras|hubierais ....
        de haberme|haberlo avisado|dicho|escuchado|contado|explicado|preguntado|sabido
        debiste|debias|deberias|tenias|tenes|podias|podrias|pudiste|tendrias|debieron|debio|hubieras|hubieses|podian|tendriais|debisteis|podiais|deberian {adv}? {adv}? haber*|avisar*|decir*|que_haber*|que_decir*|que_avisar*|preguntar*|hablar*|venir|que_venir|irte|contar*|explicar*|que_hablar*|avisado|dicho|preguntado|venido|hablado|contado|callado|callar*|callart*|esperado|esperar*|pensar*|parar*|controlar*|entender*|escuchar*|ido|haberte|frenar*|que_entender*|mirar*|que_mirar*|ver*|quedar*|poner* ..
        tu|vos|usted|ustedes|vosotros|vosotras|ella|ellos|ti .. {adv}? tambien|tampoco|no_eres|no_sos|igual|igualmente|mism*|primero|empezaste|empezo|empezaron|provocaste|provocas|sola|solo|siempre_estas|siempre_andas|no_ayudaste|no_ayudas|no_dejabas|no_paraste|no_parabas|me_hiciste|me_provocaste|buscaste|lo_buscaste|me_llevaste|me_obligaste|no_te_quedas|no_me_dejaste|no_dijiste|nunca_dijiste|nunca_dijeron|no_avisaste|no_me_dijiste|no_me_avisaste
        tambien|tampoco {adv}? tu|vos|ti|usted|ustedes|me_gritaste|gritaste|dijiste_cosas|me_dijiste_cosas|hiciste|me_heriste|heriste|me_lastimaste|te_equivoc*|interrumpes|interrumpis|tienes_culpa|tenes_culpa|tienes_tu|tenes_tu|tienes_que_ver|pusiste|fallaste|cometiste|has|eres|sos|fuiste|estuviste|contribuiste|faltaste|te_pasaste|es_tu|es_culpa_tuya|fue_culpa_tuya|participaste|ayudaste|te_reiste|te_portaste|me_trataste|me_hiciste|me_insultaste|tienes_parte|tenes_parte|eres_responsable|levantaste|me_levantaste|hay_que_ver_lo_que|pon|pone|deberias|tendrias|debes|debiste|podrias|ayudas
        los_dos|las_dos|ambos|ambas|todos|todas|nosotros|nosotras|entre_los_dos|entre_todos ,? {adv}? {obj}? {adv}? equivocamos|gritamos|dijimos|hicimos|tuvimos|tenemos|fallamos|faltamos|lastimamos|somos|fuimos|deberiamos|perdimos|cometimos|estabamos|pusimos|metimos|herimos|hemos|sabemos|debemos ..
        nos {adv}? equivocamos|gritamos|lastimamos|herimos|ofendimos|faltamos ..
        fue|es|son|era {adv}? cosa_de_dos|de_dos|mutu*|compartid*|de_ambos|de_los_dos|de_las_dos|entre_dos|de_todos
        cosa|asunto|culpa|responsabilidad|tema de|es|fue dos|ambos|ambas|los_dos|las_dos|todos|compartida|tuya|mutua
        mutuo|mutua|mutuamente|reciproco|reciproca
        tu|su|vuestra|la !culpa_es_mia !culpa_fue_mia culpa|actitud|forma|manera|tono|comportamiento|conducta|insistencia|terquedad|celos|reaccion|caracter|parte|responsabilidad|provocacion|sensibilidad|falta|desconfianza|silencio|histeria ,? .. me|fue|hizo|es|no_ayudo|provoco|llevo|de_provocar|tuvo|tiene|causo|tambien|desato|obligo|genero|influyo|exagerad*
        por|es|fue tu|su|vuestra culpa|actitud|forma|manera|tono|comportamiento|insistencia|reaccion|terquedad|provocacion|desconfianza
        culpa tuya|de_ustedes|vuestra|suya|compartida
        por|porque tu|vos|ustedes|usted .. no|me|siempre|nunca|empez*|provoc*|insist*|gritaste|estabas|andabas|querias
        porque {adv}? {obj}? {obj}? insististe|insistias|insistes|empezaste|me_provocaste|provocaste|me_gritaste|gritaste|me_atacaste|me_presionaste|no_paraste|no_parabas|no_dejabas|no_dejaste|no_me_dejabas|no_me_dejaste|no_me_escuchabas|no_escuchabas|no_escuchaste|no_me_escuchaste|no_me_avisaste|no_avisaste|no_dijiste|no_me_dijiste|no_contestabas|no_contestaste|no_entiendes|no_entendias|no_llegabas|no_viniste|no_hiciste|no_cumpliste|no_hacias|nunca_dijiste|nunca_escuchas|siempre_llegas|llegaste|te_pusiste|te_negaste|me_ignoraste|me_insultaste|me_hablaste|me_contestaste|me_trataste|seguias|seguiste|interrumpiste|interrumpias|me_interrumpiste|estabas_insoportable|estabas_gritando|te_reiste|me_humillaste|me_hiciste|me_sacaste|me_quitaste|mentiste|me_mentiste
        cuando|despues_de_que|ya_que|como|mientras {adv}? me? te? provocas*|provocaste|gritas|gritaste|atacas|atacaste|insultas|insultaste|presionas|presionaste|insistes|insististe|pones|pusiste|ignoras|ignoraste|empezaste|hablas_asi|hablaste_asi|tratas|trataste|criticas|criticaste|retas|desafiaste|levantaste|no_dejabas|no_parabas|no_me_dejabas
        no|nunca|jamas {adv}? {obj}? {adv}? avisaste|dijiste|dices|dijeron|hablaste|escuchas|escuchaste|preguntaste|contaste|explicaste|pediste|quisiste_escuchar|quisiste_hablar|me_dejaste|dejaste|paraste|parabas|pusiste_limites|pusiste_de_tu|te_quejaste|me_dijiste|me_avisaste|me_contaste|me_escuchas|me_escuchaste|me_explicaste|protestaste|ayudaste|ayudabas|colaboraste|entiendes|entendiste|entendes|comprendes|respondiste|contestaste|facilitas|quieres_entender|queres_entender|valoras|agradeces ..
        malinterpretaste|malinterpretas|malinterpretaron|malinterpretado|malinterpreto|tergiversaste|tergiversas|malentendiste|interpretaste|entendiste_mal|entendieron_mal|entendiste_otra|entendiste_lo|sacaste_de_contexto|sacas_de_contexto|distorsion*|torciste|inventaste|viste_cosas|leiste_mal|oiste_mal|escuchaste_mal|escuchaste_lo_que|leiste_lo_que|mal_interpretaste|exageraste
        entendiste|entendieron|entendio|leiste|interpretaste mal|otra|lo_que_querias|lo_que_quisiste|al_reves|todo_mal
        tu|vos empezaste|primero
        quien|el_que|la_que|fuiste_tu|fuiste_vos empezo|empezo|provoco|quien|la_que|el_que ..
        ya|bien|sabes|sabias|conoces que|como|bien|sabes|sabias|conoces|me ,? .. soy|me_pongo|reacciono|conoces|como_soy|me_provoca|mi_caracter
        sabes|sabias|sabés perfectamente? bien? como|que|lo_que .. me|soy|hiciste|pongo|reacciono|molesta
        que esperabas|pretendias|querias .. ?|que|$|hiciera
        cualquiera|todo_el_mundo|hasta_un_santo|nadie|quien .. hubiera|habria|perderia|pierde|se_enoja|reaccion*|en_mi_lugar|aguanta|aguantaria|no_se
        en_mi lugar
        con todo? lo que .. hiciste|dijiste|me_has|me_hiciste|me_dijiste
        despues de todo? lo que|como .. hiciste|dijiste|me_has|hice_por|he_hecho
        nada|esto|eso|no|ninguna .. habria|hubiera|hubiese|habrian .. si ....
        de no ser|haber sido por|habido
        tienes|tenes|debes|tienen|deberias|hay que|que_ver .. admitir|reconocer|entender|ver|aceptar|mirar*|pensar|asumir|ponerte|comprender|recordar|lo_que_tu|lo_que_vos|preguntarte
        debes admitir|reconocer|entender|aceptar|asumir
        reconoce|admite|acepta|preguntate|mirate|piensa|pensa|reconoce .. tu|lo_que_tu|tambien|si_tu|al_espejo|tu_parte|que_tu|que_tambien|por_que
        preguntate|mirate
        tu|vos|ti|usted que|de_entre|precisamente|justamente ,? .. siempre|tanto|sabes|todos|hablas|no
        es que|dificil|imposible .. contigo|eres|sos|tratar_contigo|tu|vos
        contigo no se|siempre|es|nunca
        te lo? lo_buscaste|buscaste|mereces|merecias|ganaste ..
        permitiste|dejaste que|dejaste_que|te_dejaste|lo_permitiste|aceptaste|seguiste_el_juego|seguias_el_juego|me_seguiste|consentiste|te_gustaba|te_gusto|te_reias|te_reiste|lo_disfrut*|parecias|querias ..
        reaccione|respondi|conteste|actue|grite|me_defendi|solo_me_defendi .. asi|a_tu|a_lo_que|porque_tu|como_tu|como_vos|provocacion|tus|en_defensa ..
        me|solo|nomas defendi|defendia|estaba_defendiendo|me_defendi ..
        una|mi reaccion|respuesta a|ante ..
        eres|sos|fuiste|estabas|estas {adv}? imposible|insoportable|injust*|rencoros*|ingrat*|dificil|quien|la_que|el_que|agresiv*|conflictiv*|castig*|pesad*|histeric*|provocad*|provocando|buscando|insistiendo|gritando|tampoco|el_problema|la_del_problema
        no eres|sos|fuiste|estas|estabas|estas {adv}? ningun*|perfect*|sant*|inocente|facil|una_santa|un_santo|la_mas|libre
        tu|vuestra version|parte|responsabilidad .. tiene|tuvo|tambien|pone|en|de_culpa|de_responsabilidad
        cada quien|uno|cual {adv}? tiene|tuvo|puso|pone|carga .. parte|culpa|responsabilidad|lo_suyo
        dos versiones|lados|caras
        tus palabras|comentarios|acusaciones|gritos|insultos|mensajes|reclamos|quejas|mentiras .. me|tambien|son|fueron|hicieron|no
        ponte|ponete|pongase en
        se {obj}? pico|subio ...
        querias|quisiste|quieres|queres|buscas|buscabas {adv}? !verme ver*|pelea|pelear|problemas|sentirte|tomarlo|hacerte|guerra|llamar|pleito|castig*|destru*|hundir*|hacerme
        haberte|haberlo|haber|te_hubieras|me_hubieras quedado|avisado|pensado|dicho ..
        siempre|nunca {adv}? {obj}? {obj}? estas|andas|llegas|buscas|quieres|queres|exageras|haces|escuchas|interrumpes|interrumpis|criticas|te_quejas|me_criticas|te_pones|dices|tienes|tenes|reclamas|molestas|me_contestas|dramatizas
        ves|viste|leiste|le_das|le_diste|das|oyes cosas|maldad|lo_que|demasiadas|muchas|un_problema donde|no|que|quieres|queres|vueltas|importancia
        provocacion*
        espero|ojala|quiero|pido|convendria|conviene que {adv}? {adv}? tambien|tu|vos|mires|pienses|veas|reconozcas|reflexiones .. tu|tambien|parte|mires|papel|reconozcas|reflexiones
        contigo|con_vos|con_ustedes|con_usted .. no|nunca|imposible|siempre|dificil ..
        reaccione|respondi|conteste .. a|ante lo|tu|tus|como
        querias|quisiste|buscabas|elegiste {adv}? ofender*|enojar*|pelear|molestar*|sentir*
        alguien|una_persona|otra_persona|cualquier_otra|otra|otro|gente {adv}? {adv}? mas|menos|con|normal|madura|tranquil* .. habria|hubiera|se_reiria|se|no ..
        los|las dos|ambos|ambas|todos|todas .. deberiamos|debemos|tenemos|tendriamos|podemos ..
        no {adv}? eres|sos|es {adv}? {adv}? una|un|nada|ninguna|tan persona|facil|tipo ..
        no {obj}? {obj}? pusiste|pones|ponias|haces|hiciste|dejaste|hacias {adv}? facil|nada_facil|opcion|alternativa|salida|otra
        sabias|sabes {adv}? perfectamente? en|con|a|lo|donde lo|quien|que .. metias|meterte|esperar|hacias|exponias|metes|venias
        no {obj}? diste|dieron|das|dejaste|dejabas|permitiste|ofreciste {adv}? .. oportunidad|chance|tiempo|opcion|salida|explicar*|hablar|alternativa|eleccion|ocasion
        ojala|me_hubiera_gustado|hubiera_preferido|hubiese_querido|esperaba|quisiera_que que? {adv}? {obj}? {obj}? hubieras|hubieses|hubieran|fueras|vinieras|dijeras|hablaras ..
        tu|vos {adv}? me llevaste|empujaste|obligaste|provocaste|hiciste|sacaste|forzaste|buscaste
        con que ... hubieras|hubieses|hubieran ..
        sabes|sabias|conoces {adv}? como|que {adv}? sacarme|molestarme|provocarme|hacerme|ponerme|pincharme|herirme|picarme|me ..
        estas|andas|sigues|seguis|vives {adv}? tergiversando|malinterpretando|exagerando|inventando|torciendo|imaginando|victimizandote|dramatizando|provocando|distorsionando ..
        no soy|fui|era el|la unico|unica ..
        tanto|igual como|que yo
        mira|mirá|fijate|acuerdate|acordate {adv}? como|lo_que|de_como {adv}? {obj}? tu|vos|me|hablaste|hiciste|dijiste|trataste ..
        tu|vos {adv}? habrias|hubieras hecho lo mismo
        sacas|sacaste lo peor ..
      `,
      not: `
        no {adv}? es|fue|era|eres|sos|tienes|tenes|fuiste|estabas .. tu|tuya|culpa|exagerad*|responsab*|demasiado|culpable|el_problema|equivocad*|mal|sensible ....
        no te lo? merec*|buscaste|ganaste
        no exager*|malinterpret*|inventaste|hiciste_nada|me_obligaste|me_provocaste|provocaste|pediste_esto|entendiste_mal|me_hiciste|te_equivoc*|tuviste|tienes_culpa|tienes_la|tenes_la|me_pediste|me_debes|consentiste|aceptaste|querias|elegiste
        no podias|podrian|pudiste|podia {obj}? ...
        no debiste|deberias|debias|tenias|tienes|tenes|tendrias|debieron .. tener|haber_tenido|pasar|cargar|que|por|aguantar|vivir|soportar ....
        debiste|deberias|debias|merecias|tenias .. ser|haber_sido|haber_estado|poder|haber_podido|sentirte|estar|derecho|recibir|haber_recibido|haber_tenido|razon
        tenias|tienes|tenes {adv}? razon|derecho|motivos|razones
        porque {adv}? confiabas|confiaste|necesitabas|dependias|eres_nueva|eras|sos|creias|dijiste_la|dijiste_que_no|tenias_razon|no_podias|estabas_sol*|sabia_que|ibas|me_pediste_que|tu_trabajo|tu_idea|tu_voz
        nadie me obligo|provoco
        ^|,|y|cuando|que|porque me {adv}? dijiste|pediste|contaste|avisaste|creiste|ayudaste|diste|preguntaste|escuchaste|confiaste !cosas
        te culpe|acuse|eche|trate|dije|hice|llame|reclame|grite
        no .. culpa tuya
        por tu trabajo|idea|tiempo|nombre|salud|acento|cuerpo|ropa|familia|seguridad
        no porque|por ....
        si quieres|queres|prefieres|decides|eliges|necesitas
        eso no|nunca fue|es .. tu
        dependia|depende|no_importa .. de lo que hicieras
        hicieras lo
        tu|ti tambien perdiste|mereces|merecias|tuviste|tenias|confiabas|cargaste|pagaste|trabajaste|necesitabas
        me hiciste ver|saber|notar|entender|comprender|caso
        te deje|dejamos|quite|obligue
        tu parte del|de_la|de_los trabajo|dinero|paga|ganancia|fondo|renta
        te interrumpi|interrumpo
        dije|decia|como_si que? .. las_cosas|nadie ....
        no me {adv}? obligo|obligaron|hizo|provoco|obligaste|provocaste
        me burle|rei|queje
      `,
    },
  ],
  FEELSHIFT: [
    {
      on: `
        {sorry}|me_apena|me_duele|es_una_pena|que_pena|qué_pena|me_entristece|me_sabe_mal|una_lastima|que_mal|pena .. {sorry}? .. que|si|cuando .. {obj}? {obj}? .. sientas|sientan|sienta|sentis|sintieras|sintiera|sintieran|sientes|sientan|sintieses|sintieron|sintio|sentiste|sentido|ofend*|molest*|tomaras|tomaran|tomaste|tomases|tomes|tomado|tomara|tome|parec*|afect*|enoj*|enfad*|doli*|duel*|vieras|veas|vean|interpret*|percib*|percib*|incomod*|caig*|cayera|cayo|disgust*|lo_hayas|pareciera|haya_dolido|hiri*|hieran|hiera|lastim*|hayas_entendido|entendieras|entiendas|hayas|vivieras|vivas|vivido|resultara|pongas|pusieras|pusiste|alter*|sent* ..
        {sorry} .. {sorry}? .. por lo|como|todo_lo|tu|tus|su|sus|el|la que|como|sentimientos|enojo|enfado|malestar|molestia|dolor|reaccion|sentir|tristeza|disgusto|incomodidad|percepcion|decepcion|sufrimiento|emociones ..
        {sorry} .. como|la_forma_en_que|la_manera_en_que|lo_que te|se|lo|las|le|les|estas|has .. sientes|sentis|siente|sienten|sentiste|sentido|sintieron|tomaste|tomo|viste|viviste|sintiendo|reaccion*|afecto|tomaron|percib*
        {sorry} .. la|tu|su ofensa|incomodidad|molestia|reaccion|percepcion|interpretacion ..
        entiendo|comprendo|veo|respeto|reconozco|escucho|acepto|se|lamento|noto|imagino que .. {obj}? {obj}? sientas|sientes|sentis|sentiste|sienten|ofend*|molest*|enojad*|enfadad*|dolid*|tomaste|tomaras|haya|hayas|parec*|afect*|doli*|estes|estas|veas|vean|herid*|sintieras ..
        te|se|les|os|le {adv}? lo? lo? tomaste|tomas|tomaron|tomo|sentiste|sentis|ofendiste|ofendieron|ofendio|ofendes|molestaste|molesto|tomasteis .. asi|mal|personal|por|como|de|a_pecho|$|con|muy|que|atacad*|ofendid*
        lo|la|las|los viste|interpretaste|sentiste|tomaste|entendiste|recibiste|percibiste|interpretaron|vieron|tomaron|sintieron|leiste|viviste .. asi|como|de|mal|otra|ofens*|un|agresion|ataque
        tu|su|la|tus percepcion|interpretacion|sensacion|sentir|lectura|impresion|vision .. es|fue|de|sobre
        como|lo_que .. percibiste|interpretaste|recibiste|te_lo_tomaste|lo_tomaste|lo_viviste|lo_sentiste
        elegiste|decidiste|preferiste|quisiste|eliges|escogiste .. sentir*|tomar*|ver*|ofender*|interpretar*|molestar*|enojar*
        hubo|hay|habra gente|personas|quien|quienes|compañer*|algunas|algunos .. que? se? ofend*|molest*|sinti*|sient*|tom*|incomod*
        algunas|algunos|ciertas|ciertos|mucha_gente|varias|varios|gente|compañer*|la_gente .. se .. sinti*|ofend*|molest*|tomaron|incomodaron|sient*|tomo
        sentimientos|sensibilidades|susceptibilidades .. herid*|lastimad*|dañad*|ofendid*|heri*
        te sientes|sentis|sentiste|sientas .. ofendid*|mal|asi|herid*|molest*|atacad* .... {sorry}
        ojala|desearia|quisiera .. no te|lo|hubieras .. sint*|tom*|hubieras|vieras
        me duele|apena|entristece|pesa que|verte|saber|lo_que .. sientas|asi|mal|estes|sientes|tomes|triste|enojad*|ofendid*|molest*|lo_veas|pienses
        tienes|tenes|tiene derecho|todo a|el .. sentir*|enojar*|molestar*|ofender*|estar ..
        respeto|valido|validos|entiendo tu|tus|lo_que|como sentir|sentimientos|sientes|sentis|te_sientes|te_sentis|enojo|enfado|molestia
        nunca|no|jamas {adv}? pense|imagine|crei|supe|sabia|esperaba que {adv}? {obj}? {obj}? tomar*|sentir*|ofender*|molestar*|afectar*|doler*|dolia|fueras|lo_tomarias|te_lo|pondrias ..
        triste|lastima|pena|lamentable|duro que {adv}? no {adv}? puedas|puedan|quieras|logres|seas|veas|entiendas ..
        {sorry} que {adv}? {obj}? pienses|piense|piensen|creas|crea|opines|pensas|pensaras|tengas .. mal|de_mi|asi|eso|esa|lo_peor|que_soy
        pareces|pareceis|parecen|te_ves|se_te_ve|te_noto|te_veo|te_oigo|suenas {adv}? {feeling}|triste|mal|asi ..
        sea lo que sea|sientas que? ..
      `,
      not: `
        porque|cuando|ya_que|despues_de_que|mientras|desde_que {adv}? {obj}? {obj}? {adv}? {act}
        porque|cuando yo|no_pague|no_avise|no_fui|no_cumpli|no_hice|no_llegue|no_dije|no_te|te|bloquee|le|me|los|las
        por {acting}|mi_culpa|hablar|gritar*|llamar*|contar*|usar*|compartir*|decir*|dejar*|mentir*|tomar*|leer*|sacar*|empujar*|publicar*|quitar*|faltar*|burlar*|lo_que_hice|lo_que_dije|reir*|tratar*|interrumpir*|no
        te hice|deje|insulte|grite|humille|asuste|lastime|ofendi|molest_yo
        lo que {obj}? {act}
        {sorry}|siento|lamento {acting}|acting
        entiendo|comprendo|se|acepto|respeto por_que|porque|tu_decision|tu_silencio
        por {obj}? mi|mis|yo
      `,
    },
  ],
  INTENT: [
    {
      on: `
        no|nunca|jamas|ni|tampoco {adv}? {adv}? {obj}? quise|quisimos|pretendi|pretendia|pretendiamos|queria|queriamos|buscaba|busque|buscabamos|intente|intentaba|pense|pensaba|imagine|deseaba|desee|planee|tenia_pensado|es_que_quisiera|era_que_quisiera ..
        no|nunca|jamas|tampoco|ni {adv}? {adv}? fue|era|tuve|tenia|es|habia|hubo|ha_sido|estaba {adv}? .. intencion|intenciones|malicia|maldad|animo|proposito|adrede|aposta|queriendo|a_proposito|deliberad*|intencional*|con_mala|con_mal|por_mal|para_lastimar*|para_ofender*|para_herir*|consciente|idea|dolo|mala_fe|de_mala|objetivo|personal|contra_ti|en_contra
        sin {adv}? querer|querer*|intencion|mala|mala_intencion|malicia|animo|pensar|darme_cuenta|maldad|proponermelo|ganas|saber|pretender*|intenciones
        buena|buenas|mejor|mejores|mala|sana fe|intencion|intenciones|voluntad|onda|leche|intenci*
        mi|nuestra|mis|la|nuestras unica|verdadera|real|? intencion|intenciones|proposito|objetivo|idea|voluntad|animo|corazon|fin|meta|conciencia ?|era|fue|no|siempre|es|eran|fueron|esta|estaba|solo|jamas|nunca|tenian|con|detras ..
        mi|mis|nuestra|unica intencion|intenciones|proposito|objetivo|unico|unica|idea .. era|fue|no|siempre|eran|es
        solo|solamente|simplemente|unicamente|nomas|yo_solo|lo_unico_que|todo_lo_que|siempre|apenas|nada_mas|lo_que {adv}? {obj}? queria|quise|quisimos|intente|intentaba|trate|trataba|buscaba|pretendia|pense|estaba|deseaba|queriamos|quiero|busque|he_querido|trataba_de|procure|buscabamos ..
        lo|la {adv}? hice|dije|hicimos|decia|hacia|escribi|publique|tome|mande {adv}? con|por|de|desde|pensando|para|sin|creyendo|queriendo|en .. cariño|amor|bien|buena|mejor|intencion|ayudar*|proteger*|cuidar*|corazon|el_grupo|la_causa|el_movimiento|la_lucha|ti|ustedes|todos|todas|querer|mal|malicia|era_lo|pensar|darme|todo_el|colectivo|hacia_bien|maldad|que|broma|afecto|respeto|sano|la_organizacion
        por|para|en|pensando tu|su|el|en_el|en_tu|vuestro bien|beneficio|interes|tuyo
        no soy|somos {adv}? {adv}? ese|esa|asi|de_es*|un|una|tipo|de_los|de_las|racista|machista|violent*|mala|malo|agresiv*|homofob*|como|mal|abusiv*|monstruo|ningun|ladron*|mentiros*|clasista|transfob*|acosador|una_mala|la_persona|yo ..
        yo|eso|asi|ese|esa_persona|yo_no|yo_nunca|yo_jamas no|jamas|nunca {adv}? soy|haria|seria|te_haria|me_atreveria|lastimaria|diria|soy_asi|soy_yo|era_yo
        jamas|nunca|no|yo_no {adv}? {obj}? {adv}? haria|lastimaria|ofenderia|heriria|dañaria|seria_capaz|diria|te_haria|sería|robaria|tocaria|mentiria|golpearia|permitiria|faltaria|traicionaria|perjudicaria ..
        soy|me_considero|siempre_he_sido|siempre_fui|he_sido {adv}? {adv}? una|un|alguien|de|muy? buen|buena|gran|muy|feminista|aliad*|respetuos*|pacific*|la_primera|el_primero|primer* .. persona|gente|compañer*|feminista|aliad*|respetuos*|buena|pacific*|tranquil*|bien|noble|amig*|el_primero|la_primera|honest*|$
        quien|quienes|los_que|las_que|todos|todas|cualquiera|la_gente {adv}? que? me|nos {adv}? conoce*|conocen ..
        {adv}? me conoces|conoces|conocen|conoceis ..
        pregunta|preguntale|preguntales a|al cualquiera|todos|todas|mis|los|las|quien_quieras|quien_sea
        tengo|muchas|muchos|mis|algunos|algunas {adv}? amig*|amistades|hermanas|compañer* .. gays|negr*|indigen*|mujeres|migrant*|trans|lesbianas|mejores ..
        llevo|tengo|son .. años|decadas|vida .. en_esta|en_este|en_la|en_el|de_lucha|de_militan*|aqui|con_ustedes|militando|luchando|trabajando_por|apoyando|dando|defendiendo
        siempre {adv}? {obj}? he|hemos {obj}? respetad*|apoyad*|ayudad*|querid*|tratad*|defendid*|estad*|cuidad*
        siempre|toda_la_vida|he|yo_que {adv}? he|apoye|apoyado|luchado|luche|estado|defendido|defendi|respetado|respete|dado|dedicado|di|cuide|trabajado|tratado|ayudado|ayude|peleado .. por|a|con|contra|en|para|causa|mujeres|movimiento|de|el|la|todos
        en el fondo
        de|con todo? corazon|amor|cariño|afecto|buen|buena corazon|lo|fe|te|$|hacia|y
        tenia|tuve|habia|con|fue|de|desde {adv}? las? mejor*|buen*|lugar .. intencion*|de_amor|fe|de_cariño|intenciones|lugar
        fue|era|lo_hice|lo_dije|paso|ha_sido sin|con|por|un .. querer|accidente|cariño|buena|inconsciente*|error_sin|amor|ayudar|bien
        sin querer
        involuntari*|inconscientemente|accidentalmente|por_accidente|de_manera_inconsciente|inconsciente
        pense|crei|pensaba|creia|pensamos|supuse|asumi|imagine|considere {adv}? {adv}? que|hacer|ayudar*|te|estaba|era .. estaba|hacia|era|bien|ayud*|gustaba|gustaria|seria|te|no|lo|hacer|correcto|queria*|iba|estabas|podia|teniamos|mejor
        no {obj}? {adv}? sabia|sabiamos|me_di|di|era|estaba|tenia|note|vi|conocia|me_entere|supe|imagine|imaginaba|entendia|fui|medi que|cuenta|lo_que|consciente|idea|como|nada|el|hasta|las ..
        me importas|importan|preocupo|preocupa|preocupaba|preocupabas|importa|importabas|preocup* ..
        te|los|las|les|os quiero|aprecio|respeto|estimo|amo|admiro|queria|adoro .. 
        quiero|aprecio|respeto|amo|valoro .. al|a_este|a_todas|a_todos|a_la|mucho|este|nuestro|nuestra ..
        intentaba|trataba|intente|trate|buscaba|procuraba|queria|pretendia|estaba_tratando|estaba_intentando|estabamos_tratando|quise {adv}? de? ayudar*|proteger*|cuidar*|apoyar*|defender*|aligerar|animar*|hacer*|romper_el_hielo|ser_amable|ser_gracios*|evitar*|mejorar*|salvar*|motivar*|que|lo_mejor|bromear|el_bien|explicar*|orientar*|resolver*|aportar*|mediar*|calmar*|enseñar*|integrar*|alegrar*|hacerte_reir|ser|sumar|bien ..
        con|en|de|fue tono|plan|manera|forma de|amistos*|cariños*|buena|broma ..
        es|era|fue mi|la forma|manera|modo .. de .. ayudar|querer|bromear|mostrar*|demostrar*|expresar*|ser|cuidar|decir
        espero|confio que|en_que .. sepas|sepan|entiendas|entiendan|veas|creas|comprendas|conozcas
        un|como|era halago|cumplido|piropo|gesto|elogio ..
        actue|hable|escribi|obre|procedi .. de|con|por|pensando|desde ..  buena|bien|fe|corazon|mejor|amor|en|cariño
        muchas|muchos|varias|varios|mis amig*|compañer* ..  por_mi|de_mi|me_conoc*|me_defiend*|decirte
        me criaron|educaron|enseñaron .. respetar|tratar|ser|ayudar|querer ..
        {adv}? sabes|sabe|saben|entiendes|sabias {adv}? lo_que|que|como|a_que .. quise|queria|siento|aprecio|me_referia|te_quiero|importas
        porque te|los|las|les|me {adv}? quiero|aprecio|caes|importas|importa|respeto|estimo|preocupas|adoro|admiro|cae ..
        no {adv}? era|fue|es eso|esto|asi lo que|como ..
        eso no {adv}? era|fue|es lo que
        tengo|creci_con|vivo_con {adv}? .. hija|hijas|hermanas|hermana|madre|esposa|mujer .. , ..
        siempre .. cubierto|guardado|cuidado|apoyado|defendido .. espaldas|espalda
        de|en tu|su|vuestro mismo? lado|bando|equipo
        he|hice|hemos {adv}? hecho? {adv}? mucho|tanto|todo|de_todo por ..
        por que|porque querria|iba|haria|quisiera .. hacer*|lastimar*|herir*|mentir* ..
        fue|hice|lo_hice|todo {adv}? por la|el|nuestra|bien_de causa|lucha|movimiento|grupo|bien ..
        no fui|soy|estoy|me {adv}? criad*|educad*|criaron|educaron asi|para_eso|de_esa
      `,
      not: `
        no|nada|ni {adv}? lo? cambia|borra|quita|justifica|excusa|importa|disminuye|repara|deshace|reduce|cuenta|vale|hace_menos|es_excusa|alcanza|sirve|basta
        pero|y {adv}? {obj}? {obj}? hice|dañe|lastime|heri|asuste|ofendi|deje|fue_lo_que|dolio|pero_lo
        pero si lo
        lo que|fuera|sea queria|quise|cual|cualquiera|pensaba|pretendia .. no|mi_intencion|fuera
        independientemente
        mas alla de
        no .. intencion|intenciones .. lo|es_lo que importa|importante
        ^|solo|y|,|porque|yo|que|cuando trate|trataba|intente|intentaba|queria|quise|buscaba|pretendia|estaba_tratando {adv}? de? quedar*|lucir*|proteger_mi*|protegerme|cuidar_mi*|ganar*|asustar*|callar*|controlar*|humillar*|ocultar*|esconder*|evitar_la|evitar_que_se|imponer*|castigar*|salvar_mi*|tener_la|tener_razon|mandar|parecer|cubrir*|tapar*|herir*|lastimar*|que_te_callaras|que_te_fueras|el_puesto|el_credito|el_dinero|el_reconocimiento|impresionar*|quedarme|sacar*|librarme|hacerte_daño|ser_el|ser_la|defenderme|defender_mi*|mantener_mi*|vengar*
        no|nunca .. quise|queria .. escuchar*|oir*|ver*|saber*|preguntar*|admitir*|reconocer*|pagar*|parar|aceptar*|mirar|soltar|compartir|enterarme
        no quiero|pretendo|busco|espero|pido .. excus*|justific*|explicar*|que|nada|pedir*|esconder* ..
        no|nunca .. pregunte|te_pregunte|pregunt*|quise_preguntar
        pense|crei|creia|pensaba|asumi .. solo_en|en_mi|mi|que_podia|tenia_derecho|sin_preguntar*|que_no_importaba|que_me_tocaba|que_sabia|que_yo_sabia|que_nadie|que_mi|que_valia|me_lo_merecia|merecia|en_mi_comodidad
        sabia que|lo_que|perfectamente|bien
        no fue|es|era {adv}? un|una? accidente|sin_querer|casualidad|descuido|buena
        quiero|quisiera que .. sepas|el_grupo|sepan|paguen ..
        nunca mas|volvere
        no volvere|lo_volvere
        quise|quisimos .. hacer_daño $
        yes quise
        hice .. sin preguntar*|avisar*|decir*|tu|permiso|consultar*|pedir*
        no .. era|fui .. consciente|sabia .. porque|ahora|y_debi|pero_debi|debi
        debi haber* preguntad*|escuchad*|pensad*
        no te|le|les quise escuchar|creer|pagar
        no|nunca quise|queria devolver*|darte*|pagar*|soltar*|parar|admitir*|escuchar*|irme|salir|moverme|creer*|contestar*|compartir*
        queria|quise|buscaba que me? ..  para dejar|quedar|volver|no|librarme|seguir
        mis buenas? intenciones y? nunca|no|en_vez
        no quise perder|quedar|oir|soltar
        queria|quise|buscaba que .. la_gente|todos|ellos|ellas|el_grupo|te .. lastima|pena|compasion|miedo|culpa*|callar*
        no es la razon|el_motivo
        no {adv}? fue|era|lo_hice por|con amor|cariño|accidente|bien|querer que|,|lo ..
        no fue por amor
      `,
    },
  ],
  SELF: [
    {
      on: `
        {adv}? dificil|duro|dura|doloroso|dolorosa|terrible|pesado|pesada|horrible|complicado|complicada|un_infierno|pesadilla|calvario|tortura|facil|desgastante|devastador|traumatico|humillante|fuerte|insoportable|una_tortura|injusto|un_golpe|estresante|triste|mal_trago|vergonzoso {adv}? para|conmigo mi|nosotros|nosotras|mi_familia|nosotr*
        me {adv}? ha|han|esta|estan|hace|hizo|hicieron|costado|cuesta|costo|duele|dolio|destroz*|destruy*|parte|mata|pesa|lastima|hiere|afect*|atormenta|persigue|quita|tiene|tienen|rompe|arruin*|da|carcome|consume|consumiendo|supera|traum*|deprim*|enferm*|dejo|dejaron|hunde|hundio|costó|juzgan|acusan|tratan|miran|señalan|cancelaron|evitan|ignoran|aislan|rechazan|critican|dan|hacen|castigan|excluyen|atacan|llaman|quitaron|sacaron|aisl*|persiguen|linch*|dejan|trataron|echaron .. !a_mi_casa ... daño|sufrir|sueño|mal|mucho|noches|muy|caro|alma|vida|corazon|destroz*|hecho|sol*|que|como|por|asi|la_espalda|en_la_calle|vergüenza|todo|trabajo|amigos|salud|pena|$|matando|mas|depresion|de_lado|de|triste|peor|lagrimas|injust*
        me {adv}? siento|senti|sentia|he_sentido|encuentro {adv}? {adv}? mal|terrible|horrible|fatal|culpable|sol*|destrozad*|como|un_monstruo|una_basura|avergonzad*|atacad*|juzgad*|mal*|pesim*|deprimid*|perdid*|rot*|hecho|hecha|miserable|humillad*|excluid*|traicionad*|incomprendid*|devastad*|triste|lo_peor|la_peor|rechazad*|una_mierda|de_la|aislad*|herid*|expuest*|perseguid*|castigad*|abandonad*|agredid*|dolid*|vaci*|insegur*|un_criminal|angustiad*|agobiad*|muert*
        estoy|ando|estuve|vivo|sigo|quede|he_estado|llevo|estaba|me_quede {adv}? {adv}? destrozad*|devastad*|deprimid*|mal|muy_mal|hecho|hecha|sufriendo|llorando|sin_dormir|sin_comer|fatal|pesimo|arruinad*|rot*|pasandola|pasandolo|agotad*_por|en_el_suelo|en_un_pozo|solo|sola|avergonzad*|angustiad*|en_depresion|perdiendo|pagando|noches|semanas|dias|meses|herid*|con_ansiedad|por_los_suelos|tocando|atormentad*|hundid*|dolid*|arrasad*|agobiad*|siendo|en_terapia_por|desesperad*|triste|desconsolad*|sufrido|muert* ..
        no|apenas|ni|casi_no|ya_no {adv}? puedo|duermo|como|he_dormido|he_podido|pude|paro|dejo|logro|consigo|soporto|tengo|aguanto|vivo|salgo|quiero {adv}? {adv}? dormir|comer|vivir|con_esto|perdonarme|mirarme|dejar_de|soportar|de_llorar|de_pensar|concentrarme|salir|trabajar|con_la_culpa|mas|pegar|seguir|ver*|bien|sueño|conciliar|ni|$|vida|desde|por_las|respirar|levantarme|mirar|paz|fuerzas|de_casa|a_la_calle|con_tanto
        no {adv}? duermo|como
        he|hemos|habre|habia {adv}? sufrido|llorado|perdido|pagado|pasado|vivido|estado|padecido|aguantado|soportado|tenido|dormido .. mucho|bastante|todo|amig*|mal|noches|tanto|precio|infierno|semanas|meses|suficiente|con_esto|por_esto|trabajo|mi*|muy|peor|deprimid*|ansiedad|caro|que|peso|$
        yo|a_mi tambien {adv}? me? he|sufri|sufro|estoy|la|lo|soy|tengo|lo_pase|perdi|me_siento|me_dolio|duele|llore|sali|estuve|merezco|necesito|ha|dolio|fui|afecta|quede|sali|afecto|lastim* ..
        a mi tambien ...
        tambien {adv}? sufri|sufro|me_duele|soy_victima|estoy_mal|he_sufrido|la_pase|lo_pase|me_lastim*|me_afecto|necesito
        mis|mi|hasta_mis hijos|hijas|familia|hija|hijo|madre|padre|pareja|esposa|marido|padres|mama pregunt*|llor*|sufr*|no|ya|me|esta*|tambien|han|ha|se ....
        nadie|ya_nadie {adv}? me|nos {adv}? visita|llama|habla|invita|saluda|quiere|mira|escribe ..
        mi|mis reputacion|nombre|carrera|vida|salud|familia|imagen|trabajo|hijos|pareja|matrimonio|madre|amigos|amigas|amistades|futuro|depresion|ansiedad|sufrimiento|dolor|estado|corazon|autoestima|empleo|lugar_en|mujer|esposa|marido|mama|puesto|honor|dignidad|cabeza|papas ,? .... quedo|destru*|arruin*|esta|estan|han|ha|por_los|perd*|rot*|suelos|peligro|sufr*|manchad*|mancho|hablan|no_me|dejaron|alejaron|juego|acabo|acabad*|tambien|hundi*|peor|no_para|afect*|pago|paga|llora*|me_da|partid*|en_ruinas|destrozad*
        mi reputacion|sufrimiento|depresion|pesadilla|propio_dolor|vergüenza|lado_de
        perdi|estoy_perdiendo|voy_a_perder|puedo_perder|podria_perder|perdere {adv}? {adv}? mi|mis|todo|amig*|a_mis|a_mi|el_sueño|mucho|peso|el_trabajo|las_ganas|la_paz|tanto|mas|años|amistades
        lloro|llore|lloraba|sufro|sufri|me_odio|me_detesto|me_castigo|me_torturo|me_desprecio|me_culpo|me_avergüenzo|me_averguenzo|me_muero|muero|no_me_perdono ..
        nunca me perdonare|voy
        soy|fui|me_siento|he_sido|como|me_volvi|me_converti|tambien {adv}? {adv}? una|la|el|un|en {adv}? victima|chivo|apestad*|monstruo|perjudicad*|que_mas|villan*|malo_de|mala_de|paria|que_sale|basura|que_pierde|que_sufre|mas_perjudicad*|desastre|blanco|afectad*|delincuente|criminal
        nadie {adv}? {adv}? me|piensa|se {adv}? pregunt*|en|escuch*|entiend*|apoy*|llam*|preocup*|ha|cree|importa|habla|saluda|quiere|pregunta|acuerda|consuela|defiende .. ?|$|mi|por|como|mucho|yo|escuchado|preguntado|apoyado|en
        la gente|todos|todas|todo_el_mundo|mis|muchos|varios|muchas|algunos .. ya? no? me {adv}? ..
        imagin*|piensa|sabes|entiende|pensa|no_sabes|no_tienes_idea|no_te_imaginas|comprende .. como|lo|cuanto|que .. me|mi|yo|paso|duele|siento|sufro|sufri|estoy|vivo|vivi|llore|duro|es_para
        y yo ?|que_hago
        no {adv}? sabes|te_imaginas|tienes_idea|se_imaginan|tenes_idea|saben {adv}? de? lo|cuanto|como|que ....
        lo que .. he|estoy|me|sufri|sufro .. pasado|sufrido|pasando|sufriendo|costado|vivido|viviendo|sufri|llorado
        lo {adv}? mal|estoy_pasando|pase|paso|he_pasado {adv}? {adv}? que|mal|muy|fatal|peor|pesimo|la ..
        la|lo paso|pase|estoy_pasando|he_pasado {adv}? mal|fatal|horrible|pesimo|terrible
        esto|eso|todo_esto|esta_situacion {adv}? me|nos .. mata|destroza|duele|parte|esta|ha|supera|tiene|persigue|costo|quita|hace|pesa|rompe|hundio|afecta|arruino|hunde|dejo|consume|hizo
        merezco|mereci|merecia|no_me_merezco|no_merezco ..
        mas que a_mi|nadie
        a nadie .. mas que
        tengo|siento|me_da|vivo_con|con|temo|paso {adv}? {adv}? miedo|mucha|mucho|tanta|tanto|ansiedad|depresion|pesadillas|insomnio|una_culpa|terror|culpa|dolor|noches|ataques|angustia|verguenza|vergüenza|pena .. de|a|por|que|me|no|perder|$|vergüenza|culpa|desde|en|vela|ansiedad
        necesito|necesitaba|quisiera {adv}? {adv}? apoyo|consuelo|ayuda|sanar|paz|comprension|que_me_entiendan|que_alguien|un_abrazo|cuidado|descansar ..
        desde entonces|ese_dia|que .. no|llor*|pesadill*|duermo|vida
        cancelad*|linchad*|linchamiento|caceria|cruz|infierno|lapidad*|crucific*
        sabes|sabe|saben|imaginas|tienes_idea {adv}? de? lo_que|como .. es|se_siente|vivir|sentir ..
        me {adv}? vino|cayo|cayeron|derrumbo|hundio|desmorono {adv}? el|la|todo|encima mundo|vida|todo ..
        se me {adv}? vino|cayo|derrumbo|hundio el_mundo|todo|encima|la_vida|el_cielo ..
        estoy|ando|he_estado|estuve|llevo|vivo {adv}? {adv}? estresad*|triste*|ansios*|deprimid*|angustiad*|enferm*|mal|nervios*|asustad* desde|por_esto|por_todo|por_culpa|con_todo|con_esto|estos_dias|estas_semanas|hace
        {obj}? {adv}? han|ha {adv}? castigad*|juzgad*|humillad*|lastimad*|señalad*|excluid* ..
        nadie {adv}? me {adv}? ..
        tengo|tuve|vivo_con|sufro|padezco {adv}? .. pesadillas|insomnio|ataques_de|panico|ansiedad ..
        no {adv}? me reconozco|soy_el_mismo|soy_la_misma ..
        ya no soy|salgo|duermo|como|vivo .. 
        he|perdi|baje {adv}? bajado|perdido|adelgazado|kilos ..
      `,
      not: `
        es|son|eso|lo|me_toca|me_corresponde|carga mio|mia|mi|cargar*|a_mi|llevo_yo|cosa_mia|resolver*
        no .. tuyo|tuya|te_toca|te_corresponde|carga|tu_tarea|es_para_ti|contigo|es_asunto|es_tu|tienes_que
        lo|la|eso|esto {adv}? hablo|trabajo|llevo|comparto|hablare|hable|llevare|trabajare|cargo|veo|converso .. con|a|en|yo
        avergonzad*|averguenzo|avergüenzo|vergüenza|verguenza|culpable|mal .. de|por|haber* ... hice|dije|haber*|mi|lo_que|como_te|te|trate
        perdi tu|la_paciencia|el_control|los_estribos|la_cabeza|los_papeles|las_llaves|el_dinero|la_lista|los_recibos
        para|a ti|vos|ustedes|usted|ella|ellas|ellos
        te|le|les|os hizo|hice|costo|dolio|duele|quito|quite|dejo|lastimo ..
        tu dolor|reputacion|salud|vida|trabajo|nombre|familia
        no se trata de mi
        {act} tu|tus
        no soy la victima
        no quise perder|quedar
        delante de ti para
        habre pagado
        pagad* .. todo|deuda|resto|dinero
        nadie me obligo|empujo|forzo|mando|dijo|pidio|hizo|provoco|enseño|aviso|debe
        hablaba|hable|escribi|escribia de|sobre ..
        ya no soy|salgo|como parte|moderador|tesorero|coordinador|quien
      `,
    },
  ],
}
