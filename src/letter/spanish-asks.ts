import type { HintRules } from './rule.ts'

/** Spanish patterns for what a letter asks of its reader, for excuses, and for words that say nothing. */
export const spanishAsks: HintRules = {
  FORGIVE: [
    {
      on: `
        espero|esperamos|ojala|deseo|necesito|quiero|quisiera|ruego|suplico|confio|pido|quisieramos|me_gustaria|sueño|anhelo|rogamos|pedimos|imploro|querria|esperaria|merezco|cuento {adv}? {adv}? {obj}? que|pueda*|con|tu|me|algun|un_dia|su|en_que|puedas|pronto|algun_dia|una|otra|por .. perdon*|disculp*|aceptes|acepte|acepten|olvid*|superes|superemos|sigamos|pases|pasemos|dejes|dejemos|oportunidad|volver|volvamos|entiendas|reconcili*|hagamos|indulgencia|seamos|cerremos|sepas_perdonar|vuelvas|comprens*|segunda|amig*|demos|absol*|piedad|clemencia|confies|confiar|tregua|estemos_bien|arregl*|avancemos|avanzar|empecemos|clemencia|vuelva|vuelvan|puedas_perdonarme|mire_adelante|miremos
        por favor|porfa|porfavor|porfis ,? .. perdon*|disculp*|acepta*|olvid*|pasemos|dejemos|entiende*|entende|dame|no_me_guardes|no_me_odies|deja|dejen|supera*|permit*|sigamos|ten_piedad|no_sigas|no_me_dejes|demos|deme|comprende*|no_te_enojes
        perdoname|perdoneme|perdonenme|perdonadme|disculpame|disculpenme|perdona|perdoname_por_favor ,? por_favor|porfa|ya|y_|te_lo|si_puedes|de_una|y_olvid*|para_que|y_dejemos|y_volvamos|y_sigamos|y_pasemos|y_empecemos|y_demos
        perdoname|perdoneme|perdonenme|perdonadme|disculpame $
        me {adv}? perdonas|perdonan|perdonaras|perdonara|perdonarás|disculpas|disculpan|perdones|perdonen|perdone|perdonais|perdonarias|perdonaras|das|dan|dejas|aceptas|absuelves .. ?|$|pronto|ya|un_dia|algun_dia|otra|una|de|y|si|volver|ahora|por_favor
        acepta|acepte|acepten|aceptame|aceptad|aceptes|aceptá|recibe|reciban|reciba {adv}? mi|mis|estas|esta|nuestras|la|una disculpa|disculpas|perdon|arrepentimiento|carta|sinceras ..
        pasemos|pasar|demos|dar|damos|demosle|dale|dejemos|dejar|volteemos|cerremos|cerrar|hagamos|olvidemos|olvidar|olvidalo|olvida|superemos|superar|supera|superalo|empecemos|empezar|comencemos|comenzar|volvamos|volver|sigamos|seguir|miremos|enterremos|avancemos|hacer|borron|borremos|soltemos|sanemos|arreglemos|reconciliemonos|dejalo|dejenlo|suelta|solta|sueltalo|echemosle|pongamos|hagamos_las|podemos|demonos|dese|démosle|sumemos|cambiemos|olvidarnos|pasa|pasen {adv}? {adv}? pagina|vuelta|la_pagina|atras|esto|eso|borron|las_paces|cuenta|de_cero|de_nuevo|a_ser|a_lo_de|como_antes|a_como|adelante|hacia_adelante|el_pasado|lo_pasado|este_capitulo|esta_etapa|ya|ya_esto|todo|el_tema|la_hacha|el_hacha|como_si|juntos|juntas|a_empezar|la_amistad|amigos|tierra|el_asunto|este_tema|punto|de_una|una_pausa|rencores|carpetazo|por_cerrado|a_estar|lo_que_paso|avanzar|un_abrazo|por_terminado|a_la_normalidad|por_zanjado|lo_ocurrido|normal
        borron y cuenta
        pagina|paginas nueva|en_blanco
        las paces
        ya {adv}? {adv}? {obj}? {obj}? !dije_a !le_dije !les_dije pedi|dije|he|hemos|me_disculpe|disculpe|explique|pague|te_pedi|hice|ofreci|reconoci|lo_reconoci|admiti|di|me_he|asumi .. perdon|disculp*|que_lo|lo_siento|lo_sentia|veces|todo|bastante|pedido|disculpado|dicho|suficiente|mi_parte|lo_que|precio|error|mi_error|$|explicaciones
        he|hemos|habia {adv}? pedido perdon|disculpas ..
        pedi perdon|disculpas {adv}? ya|dos|mil|muchas|varias|mas_de|tres|en_publico|muchas ..
        cuant*|hasta {adv}? veces|mas|tiempo|tengo|cuando|quieres|queres|quieren|tendre|debo|falta .. perdon*|disculp*|que|quieres|queres|pedir*|vas|van|voy|hacer|hago|pagar|seguir*|castig*|enojad*|enfadad*|haga|esperas|esperan|necesitas|debo|tengo
        que mas quieres|queres|puedo|tengo|debo|quieren|esperas|necesitas|hace
        segunda|otra|nueva|ultima|una oportunidad|chance|oportunidad ..
        dame|denme|deme|dadme|damela|dar*|me_das|me_des|me_den|danos|darias {adv}? {adv}? oportunidad|chance|otra|una|tu_perdon|el_perdon|la_oportunidad|el_beneficio ..
        tienes|tenes|debes|tendrias|deberias|deben|tienen|hay|me_debes|deberian|tenemos|necesitamos|podrias|podriamos|podemos|necesitas|conviene|toca|debemos {adv}? que? {adv}? perdon*|olvid*|superar*|pasar|dejar_atras|soltar*|seguir_adelante|dar_vuelta|dejarlo|avanzar|aceptar_mis|volver_a_ser|empezar_de|volver|cerrar|disculp*|perdonarnos|reconcili*|dejar_esto|mirar_adelante|el_perdon|seguir_juntos
        podemos|podriamos|podemos_ya|podremos|vamos_a|cuando {adv}? {adv}? {obj}? perdon*|olvid*|superar*|pasar_pagina|dejar|volver|seguir|empezar|estar_bien|ser_amig*|dar_vuelta|dar_la_vuelta|cerrar|dejarlo|pasar|darme|disculp*|avanzar|hacer_las_paces|vas_a_perdonar*|me_vas_a_perdonar|me_perdonas|aceptar_mis|confiar|ser|soltar ...
        perdonar|perdon|rencor|rencores es|libera|no|te|sana|divino|tu|de|del|sincero|lleva|guardado|hace .. no_querras|divin*|liber*|sano|hara|sanar*|haria|humanos|tu|es|daño|humano|sabios|malo|bien|grandeza
        tu|su|vuestro perdon|comprension|indulgencia|misericordia|absolucion !no !es
        guardes|guarden|guardar|guardeis|guardame|tengas|tengan|tener .. rencor|resentimiento|resentimientos|en_cuenta
        no {adv}? me {adv}? odies|guardes|odien|castigues|sigas|tengas|dejes|des_la|cierres|tomes|mires_asi|rechaces|abandones|eches ..
        no {adv}? seas|sean|sigas|te_quedes|te_enojes|estes|sigan|haya {adv}? {adv}? rencoros*|asi|enojad*|enfadad*|con_eso|dur*|enganchad*|rencores|resentid*|molest*
        sin rencor|rencores
        lo pasado|hecho ,? .. pasado|hecho|pisado|esta
        ya {adv}? paso|fue|estuvo|pague|basta|esta|suficiente .. $
        el pasado
        la vida|el_tiempo es|sigue|cura|pasa ..
        todos|todas|cualquiera|toda_persona|el_mundo|quien {adv}? merec*|tenemos_derecho|tienen_derecho|comete*|nos_equivocamos ... oportunidad|segunda|perdon*|equivocar*|error*
        demos|damos|doy|dar|da|daria|considero|considera|consideremos|por .. cerrado|terminado|zanjado|saldad*|superado|resuelto|concluido
        volver|vuelva|volvamos|vuelvan|regresar|que_todo|quiero_que_todo|como|ser {adv}? {adv}? {obj}? {adv}? como antes|lo_de_antes|eramos|si_nada|amig*|siempre
        todo .. vuelva|como_antes|normalidad|sea_como|igual_que_antes
        estamos bien|en_paz|a_mano|amigos ? ..
        para|asi que? {adv}? {adv}? {obj}? volver|vuelva|regresar|seguir|dormir|estar|podamos|pueda|poder|estemos|quedar* .. al|tranquil*|en_paz|paz|juntos|adelante|amig*|regresar|volver|bien|dormir|seguir
        dime|decime|digame|diganme que .. perdon*|bien|esta|todo|amig*|odias|$|no
        creo|siento que {adv}? {adv}? me|ya|merezco .. merezco|he_hecho|pague|gan* .. 
        merezco|merecemos {adv}? tu|otra|una|que|el|su ..
        te|les|le|os {adv}? ruego|suplico|imploro ..
        ^|te|,|yo|y|cuanto extraño|echo_de_menos|añoro|extrañamos .. nuestra|lo_que|como|nuestro|amistad|teniamos
        a cambio
        a mano|paz|pre
        pelillos
        es hora|tiempo|momento de|que ...
        ya es|va siendo hora|tiempo ....
        corazon|alma .. sabe|saben|perdona*|olvida*|grande
        ya es|fue|basta|esta {adv}? suficiente|mucho|bastante|bien ..
        {adv}? suficiente castigo|tiempo|pena
        ya {adv}? te|les|le|os dije|he_dicho|explique|aclare que .. arrep*|siento|lamento|perdon|disculp*|lo_siento
        necesito|quiero|quisiera|dime|decime .. saber|sentir|que {adv}? que? estamos|estemos|esta_todo|todo_esta|sigamos|seguimos ..
        para que {adv}? dejes|dejen|no_estes|no_sigas|ya_no|se_te|me_dejes de|enojad*|enfadad*|pase|molest*|odiar*|estar|castigar* ..
        me|nos gustaria|encantaria|quisiera|quiero|espero|ojala .. volver|regresar|ser_parte|participar|reincorporarme al|a_la|a_las|con|en|a ..
        quiero|quisiera|espero|necesito {adv}? volver|regresar|reincorporarme al|a_la|a_las|con ..
        se|nos perdonan|perdonamos|perdonarnos|perdonarse ..
        cuando {adv}? {obj}? {adv}? vas|van|piensas|pensas|podras|vais a? {adv}? soltar*|perdonar*|olvidar*|dejar*|superar*|pasar*|parar|volver ..
        podras|puedes|podrias|podes|quieres|queres|podrian|pueden {adv}? {adv}? {obj}? perdon*|olvid*|superar*|dejar_esto|dejar_eso|dejarlo|dar_vuelta|dar_la_vuelta|darme|hacer_las_paces|disculp*|confiar|aceptar_mis|pasar_pagina|soltar*
        tantos|muchos|todos_estos|tantísimos años .. amistad|amig*|compañer*|juntos|juntas ..
        por los|la viejos|vieja tiempos|amistad
        tirar|echar|botar|mandar .. por_la_borda|a_la_basura|al_traste|todo
        volver a {adv}? trabajar|estar|ser|vernos|compartir|militar|reunirnos|hacer|ir .. contigo|con_vos|juntos|juntas|con_ustedes|amig*
        merezco|merecemos|necesitamos|necesito {adv}? paz|descanso|sanar|cerrar ..
      `,
      not: `
        no|nunca|ni|sin|nada|tampoco {adv}? {obj}? {adv}? pido|espero|busco|quiero|debes|tienes|tenes|pretendo|deben|tienen|necesitas|exijo|pedir*|esperar|exigir|hace_falta|hay_prisa|estas_obligad*|merezco_tu|pedimos|escribo|te_corresponde|podria_pedir*|es_obligacion ...
        no .. pido|espero|obligacion|tienes|tenes|debes|te_toca|exijo|merezco ..
        nadie|no .. debe|esta|tiene .. perdon*|obligad* ....
        perdones|perdonar|perdonas|aceptes|aceptas o no
        si .. perdon* .. decision|o_no|tuya|tuyo|asunto|derecho
        decision|derecho|cosa .. es|tuya|tuyo
        aunque|incluso|aun .. nunca|no|jamas .. perdon*
        te|les|le .. pedi|exigi|presione|insisti|rogue|exigia|pedia .. que|para|perdon .. antes|sin|cuando|demasiado|olvidar*|perdonaras|pasaras|olvidaras|superaras ..
        {sorry} por .. !todo {acting}|*ar|*er|*ir|*arte|*erte|*irte|*arle
        ni {obj}? pido|espero|exijo
        el grupo|las_facilitadoras|la_asamblea|el_equipo|las_sostenedoras ... decida|pida|quiera|diga|acuerde|considere
        voy|dejare|deje a? .. hasta
        sin esperar|pedir|exigir
        dejare|deje de pedir*
        no me corresponde|toca|atañe ....
        no quiero|voy volver|regresar
      `,
    },
  ],
  EXCUSE: [
    {
      on: `
        porque|ya_que|como|es_que|pues|,|que|puesto_que|dado_que {adv}? {adv}? me? estaba|andaba|iba|venia|habia|tenia|estabamos|llevaba|tuve|estuve|pasaba|vivia|atravesaba|acababa|dormi|sentia|soy|tome|bebi|tomaba|sufro|padezco|tengo|llegue|encontraba|traia|estoy {adv}? {adv}? {adv}? {tired}|bebido|tomado|dormido|mucho|mucha|muchas|muchos|de|un_mal|un_dia|problemas|una_semana|horas|dias|hambre|sueño|prisa|estres|que_hacerlo|fiebre|ansiedad|depresion|trauma*|asi|impulsiv*|demasiad*|mil|noches|una_mala|copas|tanto|tanta|tdah|dolor|turno*|peleado|discutido|alcohol|un_problema|resaca|no_habia|semanas|meses|la_cabeza|una_crisis|una_crisi|un_momento|una_epoca|en_terapia
        estaba|andaba|iba|venia|estuve|estabamos|ibamos {adv}? {adv}? {adv}? {tired}|de_fiesta|en_una_epoca|en_un_momento|en_crisis|en_shock|fuera
        tenia|tuve|llevaba|habia|teniamos|traia {adv}? {adv}? {adv}? un_mal|un_dia|mal_dia|una_mala|mucha_presion|mucho_estres|problemas|demasiado|muchas_cosas|mucho_trabajo|dias_sin|noches_sin|horas_sin|semanas_sin|horas_trabajando|bebido|tomado|dormido|prisa|tanto|otra_opcion|opcion|la_cabeza|fiebre|hambre|sueño|que_hacerlo|que_hacer|que_tomar|que_decidir|que_actuar|mis_razones|mis_motivos|turno|unas_copas|resaca|ansiedad|depresion|mucha|muchos|muchas|mil_cosas|presion|estres|mal_humor|un_problema|peleado|discutido|alternativa
        no {adv}? {obj}? {adv}? tuve|tenia|habia|teniamos|quedaba|quedo|hubo|tuvimos|quedaba_otra|vi {adv}? otra|opcion|alternativa|remedio|mas_remedio|eleccion|salida|de_otra|mas|tiempo|forma|manera|otro ..
        {adv}? asi|como|es_mi|mi_forma|mi_manera {adv}? soy|hablo|hablamos|me_criaron|me_educaron|somos|me_enseñaron|aprendi|de_ser|de_hablar|caracter|reacciono|de_expresarme|me_expreso|de_bromear|crecimos|nos_llevamos|nos_hablamos|nos_tratamos|se_hace|se_habla|trabajo|siempre_he_sido|de_trabajar|funciona*|era
        soy|yo_soy|siempre_he_sido|siempre_fui|fui_siempre {adv}? {adv}? asi|impulsiv*|direct*|pasional|apasionad*|de_caracter|temperamental|explosiv*|franc*|de_mecha|despistad*|olvidadiz*|bromista|de_pocas|fuerte|human*|un_ser|de_otra|de_sangre|calenton*|polvora|gritón|griton*|malhablad*|chistos*|intens*|desordenad*|sol*_humano|de_una_generacion|viej*|jodon*
        todos|todas|todo_el_mundo|cualquiera|los_demas|las_demas|otros|otras|muchos|muchas|la_mayoria|en_el_grupo|la_gente|aqui|ahi|el_mundo|medio_mundo {adv}? {adv}? {obj}? {obj}? hacen|hacian|hicieron|hace|haria|hacia|dicen|decian|dijeron|habla*|hacemos|cometemos|nos_equivocamos|tenemos|hablan|usan|usaban|gritan|gritaban|toman|tomaban|cogen|bromean|bromeaban|habria*|hubiera*|llegan|llegaban|perdemos|tomamos|decimos|pierden|hizo|comete*|se_equivoca*|estaban|estabamos|grita|somos|metemos|bebian|sabian|beben|lo ..
        nadie|quien es|somos|esta|no {adv}? perfecto|perfecta|sant*|se_ha|libre|infalible|comete|ha_cometido|un_sant*
        errar|equivocarse es
        humano|humana
        se {adv}? me {adv}? fue|subio|juntaron|junto|cruzaron|cruzo|acumul*|nublo|paso|olvido|escapo|calento|salio|trabo .. la_cabeza|la_mano|el_alcohol|las_copas|los_cables|todo|de_las_manos|la_boca|la_lengua|el_trabajo|la_mente|el_tiempo|por_el|la_sangre|de|los_problemas|con
        el|la|los|las|un|una|por_el|por_la|por_los|mi|mis|con_el|con_la|culpa_del|culpa_de_la {adv}? alcohol|estres|presion|cansancio|calor|prisa|prisas|nervios|agotamiento|copas|tragos|cerveza|cervezas|rabia|ira|bronca|momento|calentura|adrenalina|circunstancias|situacion|contexto|carga|tension|falta_de_sueño|falta_de|exceso_de|infancia|crianza|educacion|caracter|depresion|ansiedad|trauma|pasado|temperamento|genio|enojo|enfado|coraje|frustracion|noche|dolor|ritmo|trabajo|enfermedad|medicacion|pastillas|desesperacion|padre|familia|insomnio|divorcio|tdah|horario|turno|miedo|hambre|sueño|divorcio|trago|alteracion|adiccion|jornada ,? .. me|no|hizo|hablo|fue|llevo|pudo|traiciono|nubl*|hicieron|por|y|de_trabajo|de_la_campaña|que_tenia|que_llevaba|laboral|$|explica*|tuvo|tuvieron|era|del_momento|ganaron|gano|cegó|cego|es|influy*|hace|antes|acumulad*
        en|con|bajo|por|debido_a|dada|dado|dadas {adv}? el? la? los? las? caliente|calor_del|momento_de|presion|tension|estres|circunstancias|cansancio|prisa|efectos|influencia|tanto|tanta|nervios|calentura|arrebato|desesperacion|carga|situacion|un_mal_momento|un_arranque|un_ataque ....
        en un|el arrebato|impulso|momento_de|arranque|ataque|mal_momento|calor|momento_malo
        no {adv}? sabia|pude|supe|podia|me_pude|lo_pude|me_supe|supo|sabiamos|estaba|era|podia_mas {adv}? {adv}? que|como|evitarlo|controlarme|contenerme|aguantarme|hacer_otra|hacerlo_de|mas|pensando|en_mi|en_mis|bien|yo|consciente|otra|nada|pensar|hacer|lo_que|mismo|mejor|la_regla|las_reglas|dormido ..
        no pude evitarlo|evitar|controlarme|contenerme|mas|aguantar*|parar
        nadie {adv}? {obj}? {adv}? enseño|explico|aviso|dijo|ayudo|mas_quiso|mas_iba|hacia|queria|hizo|estaba|habia|iba|apoyo|advirtio|capacito|ofrec* ..
        alguien|habia|tuve|hubo|tenia|teniamos|tocaba|habria que|tenia|que_hacer|quien .. hacer*|decidir*|actuar|poner*|parar*|decir*|tomar*|salvar*|resolver*|cuidar*|proteger*|que
        seguia|segui|obedeci|cumpli|cumplia|solo_cumplia|hice|recibi .. ordenes|instrucciones|mi_trabajo|lo_que_me_dijeron|lo_que_me_pidieron|mi_deber|con_mi|las_reglas|lo_que_pude|lo_que_hacian|lo_mejor_que|lo_que_tenia|la_costumbre|lo_que_cualquiera
        me mandaron|ordenaron|obligaron|presionaron|educaron|criaron|enseñaron|forzaron .. !que_parara
        de donde|en vengo|mi_pueblo|mi_casa|mi_pais|mi_familia|mi_epoca|mi_tierra|mi_cultura|mi_generacion|mi_barrio|esa_epoca|aquella_epoca|esos_tiempos|aquellos|ese_entonces|aquel_entonces|mis_tiempos|esos_años|soy
        eran otros|aquellos
        otros tiempos
        antes|entonces|en_ese_momento {adv}? {adv}? era|se|eso|todo .. normal|hacia|permit*|comun|se_veia|asi|diferente
        me|fui|yo criaron|crie|crieron|criado|criada|educad*|creci|vengo|tuve_una .. asi|en|con|para|golpes|infancia|de
        creci|vengo en|de|con|sin ..
        mi infancia|crianza|padre|caracter|forma_de_ser|temperamento|depresion|ansiedad|adiccion|pasado|cultura|educacion|enfermedad|tdah|trauma
        es|son|fue|era {adv}? mi|parte|cosa|el|la|de {adv}? naturaleza|caracter|temperamento|forma|costumbre|cultura|personalidad|de_mi|vida|de_la|mania|estilo|signo
        la costumbre
        es que {adv}? {adv}? soy|estaba|habia|tenia|asi|me|andaba|venia ..
        en mi defensa|descargo
        para ser just*|honest*|sincer*
        hay que|tienes_que|tenes_que|debes|tienen_que entender|comprender|ponerse|recordar|tener_en_cuenta|considerar ..
        ten|tenga|tene|tomen en_cuenta|presente|en_consideracion
        ya sabes|sabe|saben como ....
        sabes como ...
        la razon|el_motivo|lo_que_pasa|lo_que_paso|la_explicacion|lo_que_sucede por_la|es|fue|de|que|por
        cualquiera|en_mi_lugar|quien|tu {adv}? {adv}? habria|hubiera|en|hubieras|haria|harias|pierde|no_pierde ..
        era|fue|es {adv}? {adv}? tarde|de_noche|un_dia|una_noche|mi_primera|una_semana|el_estres|el_alcohol|el_cansancio|la_presion|lo_normal|la_costumbre|normal|necesario|una_emergencia|urgente|un_momento|por_el|una_epoca|la_unica|caotic*|otra_epoca|comun|por_necesidad|una_locura ..
        no era yo|consciente|mi_intencion_pero
        no fui yo mism*
        no estaba en|pensando|bien|del_todo
        demasiad* tragos|copas|cervezas|trabajo|presion|estres|cosas|cansad*|joven
        tanto|tanta|tantas|tantos trabajo|estres|presion|cosas|problemas|cansancio|responsabilidades|turnos|horas|reuniones
        perdi la cabeza
        si supieras|vieras|estuvieras|hubieras_estado ....
        con|por|entre todo|tantas|lo lo|cosas|que .. pasaba|estaba|habia|pasando|tenia|encima|viviendo|viviamos|teniamos
        explot* .. porque|por|despues|de ....
        un mal dia|momento|rato
        tuve|tenia|fue|era mal|mala|malos dia|noche|racha|semana|humor|dias
        me|estaba|estuve|andaba|iba {adv}? sobrepas*|desbord*|rebas*
        no daba mas|para_mas|abasto
        todos|todas|todo_el_mundo|cualquiera|la_mayoria|medio_mundo|aqui_todos {adv}? *a|*an|*e|*en|*amos|*emos tarde|prestad*|asi|bromas|la|a|dinero|de_la|lo|mas|veces|cosas|algo ..
        llevaba|llevabamos|llevo|pase|pasaba|venia_de|iba_con ... sin|trabajando|de_turno|cargando|aguantando|estresad*|cansad* ..
        tuve|tuvimos|vengo_de {adv}? una? infancia|vida|familia|padre|crianza|adolescencia|hogar ..
        antes {adv}? las|se|todo|eso .. cosas|hacia|hacian|era|eran ..
        soy|fui|siempre_fui|era|siempre_he_sido .. mal*|pesim*|un_desastre|nulo|torpe|terrible con|para|en|administrando|organizando|$ ..
        solo|simplemente|nomas|nada_mas|unicamente {adv}? segui|hice|cumpli|obedeci|hacia|seguia|cumplia|repeti .. lo|ordenes|instrucciones|la|el ..
        dormi|dormia|comi|trabaje|trabajaba|dormiamos {adv}? {adv}? dos|tres|cuatro|cinco|poco|nada|doble|sin|muy|apenas|mil ..
        mi|mis padre|papa|madre|abuelo|viejo|familia|padres .. era*|fue|es|tambien|hacia|igual ..
        ponte|ponete|pongase|ponganse en ..
        mi {adv}? sentido|manera|forma|modo|estilo del|de humor|ser|hablar|bromear|trabajar|expresar*
        tengo|tenia|cargo|arrastro {adv}? muchos|muchas|mucho|mucha|tantos|tantas|tanto|demasiad*|varios|un_monton_de|graves|serios trauma*|problema*|estres|ansiedad|presion|cosas|trabajo|responsabilidad*|dolor|heridas|pendientes
        porque|ya_que|como {adv}? los_demas|las_demas|todos|todas|el_grupo|mi_jefe|la_comision|ellos|ellas|otros|alguien|me {adv}? {obj}? presion*|obligar*|obligo|pidieron|pidio|dijeron|dijo|mandaron|exigi*|empuj*|insist*|esperaban|hacian
        no {adv}? estaba|tomaba|habia|venia|estuve? {adv}? tomando|tomado|tomaba? {adv}? mi|mis|la|las|el medicacion|pastillas|medicina*|tratamiento|remedio* ..
        saca|sacan|saco lo peor ..
        asi {adv}? se|lo {adv}? hace*|hacen|hacemos|trabaja|habla|hablamos|trata* ..
        no habia|llevaba|habiamos {adv}? comido|dormido|descansado|parado|tomado ..
        estaba|andaba {adv}? de los|muy|con nervios|los_nervios ..
        el|las|del|en|sin contexto|circunstancias|contexto_de ..
        pregunta|preguntale|preguntales|preguntá a|al .. como|que|si .. fue|fueron|era|estaba*
        tu|vos|ustedes no estabas|estaban|estuviste|vivias ..
        tiempos|momentos|epoca|etapa|meses|dias|semanas|racha|año {adv}? dificil*|dur*|mal*|complicad*|oscur*|horribl*|terribl* para|de|en mi|nosotros|mi_vida
        medicacion|pastillas|tratamiento|medicamento* ..
      `,
      not: `
        no|ni|nada|nunca|tampoco|sin {adv}? {obj}? {adv}? es|son|hay|sirve|fue|era|justifica*|excusa*|quita|cambia|da|daba|disculpa*|perdona|borra|tengo|uso|pongo|busco|vale|hace|quiero ... excusa*|justific*|pretexto|permiso|derecho|razon_para|disculpa|eso|lo|el_daño|nada|responsab*|bien
        no|nada {adv}? lo? la? me? justifica|excusa|disculpa|perdona|cambia
        excusa|excusas|pretexto|pretextos|justificacion
        elegi|decidi|pude_haber|podia_haber|fue_mi|yo_elegi|escogi|preferi .. 
        sabia que
        fue mi decision|eleccion
        mi decision
        nadie me obligo|mando|forzo
        eche|culpe|use|puse|dije ... culpa|excusa|al_alcohol|al_estres|cansancio|culpe_a
        deje de|el beber|tomar|alcohol|trago
        voy|vamos|empece|he_empezado|empiezo|asisto|entre|estoy_yendo|acudo a? .. terapia|grupo|terapeuta|psicolog*|curso|doctor*|medic*
        porque {adv}? queria|me_gustaba|quise|me_convenia|me_daba_igual|pense_en_mi|tenia_celos|me_importaba_mas|creia_que_merecia|me_crei|no_me_importo|no_quise|me_dio_la_gana|tenia_envidia|tuve_miedo_de_perder|temia_perder|me_beneficiaba
        tuviste|tuvieron|tenias|perdiste|tenian|tuvo|te_quedaste|faltaste ..
        te|les|le deje|hice|asuste|quite|obligue
        debi|deberia no|haber*|parar|irme|preguntar*|avisar*
        hice lo {adv}? incorrecto
        tus|su|sus|tu {tired}|turno*|horas|trabajo
        desde ahora|hoy
        voy|vamos|hare|saldre|dejare|pedire|pagare|parare a? ... cuando|si|antes|cada
        asi que voy|hare
        como {obj}? {act}
        no voy|pienso|vengo a? {adv}? decir*|contar*|hablar*|escribir* ....
        no {adv}? fue|era|fueron {adv}? el|la|los|las|solo|por ....
        me desquite|descargue|la_cargue|toca|tocaba
        y|, {adv}? me|te desquite|descargue|elegi|decidi
        cosa mia
        cargaste con
        no me obligo|obligaron|hizo
        nadie me {adv}? dijo|mando|pidio|obligo que|a
        escond* ... detras|tras
      `,
    },
  ],
  CONTACT: [
    {
      on: `
        ^|,|y|favor|solo|ahora ven|veni|vente|contesta|responde|atiende|llama|escribe|desbloquea ..
        llamame|llameme|llamenme|escribeme|escribime|escribame|contestame|contesteme|respondeme|respondame|hablame|hableme|buscame|visitame|mandame|mandeme|enviame|marcame|avisame|aviseme|dime|decime|digame|escuchame|escucheme|escuchenme|desbloqueame|recibeme|recibime|recibame|atiendeme|atendeme|abreme|abrime|mirame|contactame|contestenme|respondanme|escribanme|hablenme|haganme|digame|diganme|avisenme|dejame|dejeme|dejenme|permiteme|permitime|permitame|dame|deme|cuentame|contame|veamonos|hablemos|juntemonos|reunamonos|encontremonos|conversemos|quedemos|tomemos|tomemonos|charlemos|sentemonos|llamadme|escribidme|contestadme|aclaremos|platiquemos|nos_vemos|tenme|acompañame|quedamos|reunirnos|vernos|verme|respondedme|oyeme|ponete_en_contacto|ponte_en_contacto|comunicate|comuniquese|regresame|devuelveme_la|devolveme_la ....
        por favor|porfa|porfavor ,? .. contesta*|responde*|llama*|escribe*|escribi*|habla*|escucha*|desbloque*|ven|veni|atiende*|respond*|dime|decime|no_me_ignores|no_me_bloquees|comunic*|abre*|dame|deja*|avisa*|lee_esto_y|lee_y|recibe*|reun*|veamonos|hablemos
        necesito|necesitamos|quiero|quisiera|tengo|me_gustaria|ojala|espero|deseo|pido|podemos|podriamos|puedo|debemos|tenemos|hay|tendriamos|deberiamos|exijo|me_encantaria|urge|ruego|insisto|querria|podria|merezco|desearia|debo|suplico|muero|necesitaria|hace_falta|nos_debemos|quieres|puedes|podrias|podes|quisieramos|me_urge|nos_debemos|hubiera {adv}? {adv}? {obj}? {adv}? {adv}? que|por|de|una|tu|saber|ganas_de|con_ansias|a|pronto|me|nos|te|en|sentarnos|con {adv}? {obj}? ver|verte|vernos|verla|verlo|verlos|veamos|hablar*|llamar*|reunir*|explicar*|conversar*|charlar*|platicar*|encontrar*|abrazar*|escuchar*|contest*|respond*|llames|me_llames|escrib*|respuesta|juntar*|hablemos|veamos|nos_veamos|vernos|cara|conversacion|oportunidad_de_hablar|oportunidad_de_explicar*|de_ti|visitar*|oir*|tu_voz|saber_de|noticias|mensaje|juntemos|reunamos|tu_version|sentar*|tomar_un|tomarnos|ir_a_verte|buscarte|quedar|en_persona|que_hablar|escuches|escuchen|respuestas|llamada|pasar_por|pasar_a|verme|atiend*|reencontr*|aclar*|cafe|de_vos|cinco_minutos|contactar*|contestacion !con_mi !con_mis !menos !en_las !en_la_asamblea !a_las !a_los !al !el !otr*
        te|les|le|los|la|lo|os|aqui|aca {adv}? {adv}? espero|esperare|llamo|llamare|busco|buscare|escribire|escribo|voy_a_llamar|voy_a_buscar|voy_a_esperar|visitare|voy_a_escribir|esperando|estare_esperando|estoy_esperando|sigo_esperando|seguire|pasare|estare|ire|vere|voy_a_ver|seguire_llamando|seguire_escribiendo|marcare|seguire_esperando|veo|invito|iba_a_llamar|quiero_ver|quiero_escuchar|extraño|echo|caigo|paso_a|voy_a_seguir ..
        voy|ire|pasare|estare|seguire|volvere|vengo|puedo|paso|puedo_pasar|podria|vamos {adv}? a? {adv}? llamar*|buscar*|esperar*|pasar|verte|ver|verte|vernos|verla|verlo|verlos|veamos|escribir*|tu_casa|tu_trabajo|por_tu|por_tu_casa|afuera|visitar*|insist*|llamando|escribiendo|esperando|esperandote|hablarte|llamarte|verlos|verla|insistir|explicarte|explicarle|contarte_todo|buscandote|marcar*|encontrar*|pasar_por_ti|reunirnos|tocar_tu
        por_que|porque|por_que_no no {adv}? me {adv}? contestas|respondes|hablas|llamas|escribes|atiendes|contestan|respondis|atendes|das_la_cara|quieres|queres|lees|miras|dejas ..
        no {adv}? me {adv}? contestas|respondes|ignores|bloquees|evites|ignoren|has_contestado|has_respondido|contestaste|respondiste|cierres|cortes|dejes_en_visto|huyas|hablas|dejas|bloquearas|hagas_el_vacio|contestan|devuelves ..
        espero|esperamos|espero_con|aguardo|quedo|quedamos|estoy|sigo|atento|atenta|a_la|en .. tu|su|noticias|de|respuesta|espera|a|tuya ..  respuesta|llamada|noticias|mensaje|espera|contestes|respondas|llames|oir*|saber*|contest*|tuyas|tu|disposicion|señal|verte|vernos
        ponte|ponete|pongase|estemos|sigamos|mantengamos|pongamonos|quedamos|quedemos|estaremos|ponernos|mantener|mantenernos en contacto
        cara a cara
        en persona
        mi|tu version|telefono|numero|puerta|lado_de|puertas|casa|celular|correo|silencio|wasap|whatsapp|direccion|version|respuesta|movil .. es|esta|estan|sigue|abiert*|me|de|ya|no_ayuda|de_los|del|duele|$|lo_antes|disponible
        te {adv}? {adv}? extraño|echo_de_menos|he_llamado|he_escrito|llame|escribi|mande|he_mandado|deje|he_buscado|busque .. mucho|y_no|y_nada|y_ni|sin|pero_no|veces|mensajes|varias|$|muchas|recados
        un|tomar|por|con un? cafe|te|mate|cerveza|trago|unas_cervezas|vino|chela|birra|unos_mates ..
        al menos|por_lo_menos|siquiera|aunque_sea ,? .. contest*|respond*|llama*|dime|decime|dame|escrib*|habla*|escuch*|mandame|leeme|una|deja*|un
        cuando|donde|a_que_hora .. podemos|puedo|nos|quieras|puedas|puedes|podriamos|te .. ver|verte|vernos|verla|verlo|verlos|veamos|hablar|vemos|veamos|encontrar*|juntar*|hablamos|llamo|paso|verte|llamar*|,
        nos {adv}? vemos|juntamos|reunimos|encontramos|tomamos|debemos|veamos|merecemos|hace_falta|sentamos|vieramos|tomemos|podemos ..
        me debes|deben|contest*|respond*|dejes|des|das|escuches|escuches|recibas|llames|escribas|abras|dejas|permitas|recibis|atiendas ..
        que {adv}? me {adv}? llames|contestes|respondas|escribas|escuches|hables|dejes|recibas|busques|abras|atiendas|digas|mires|desbloquees|des|llamen|escuchen ..
        tenemos|hay|tendriamos|debemos|deberiamos|tenemos_pendiente que? hablar|vernos|conversar|aclarar|platicar|una_charla|una_platica|juntarnos|una_conversacion ..
        disponible|libre para|cuando|a|todas ...
        hablemos|hablamos|charlamos|platicamos|vemos|veamos ..
        conteste|responda|contesten|respondan|llame_cuando
        avisa|avisame|dime|decime cuando|si|que|algo|donde|a ..
        quisiera|quiero|puedo|dejame|necesito|me_gustaria|permiteme {adv}? explicar*|contarte|darte|que_me_escuches|que_escuches|tener_la|aclarar*|mostrarte|que_sepas_mi ..
        voy|vamos|estare|ire|andare a? estar|pasar|ir|esperar|andar|quedarme? .. en|por|cerca|afuera .. por_si|si_quieres_venir|esperando|para_que|donde
        por si vienes|venis|quieres|queres|apareces|te_animas|pasas ..
        ya|todavia|aun|tu|vos tienes|tenes|sabes|conoces|teneis .. mi|donde|como numero|telefono|direccion|vivo|encontrarme|correo|celular|estoy|ubicarme|casa
        deberiamos|debemos|tenemos_que|podriamos|podemos|hay_que|tendriamos_que {adv}? sentar*|ver|verte|vernos|verla|verlo|verlos|veamos|hablar*|juntar*|reunir*|aclarar*|encontrar*|conversar*|platicar*|charlar* ..
        miro|reviso|veo|checo {adv}? el|mi telefono|celular|correo|movil|wasap ....
        voy|vamos a seguir|insistir|esperar|llamar .. *ando|*endo|hasta ..
        extraño|echo_de_menos|añoro {adv}? nuestras|nuestros|tu|hablar|verte|las|los|tus|escucharte ..
        estoy|estare|ando|quedo|voy_a_estar {adv}? {adv}? libre|disponible|cerca|aqui_para|por_aca|por_aqui|pendiente ..
        al_menos|por_lo_menos|siquiera|minimo {adv}? podrias|podias|deberias|puedes|podrian .. decir*|contest*|respond*|escrib*|llamar*|hablar*|escuchar*
        dime|decime|avisame|avisa|digame {adv}? cuando|donde|que_dia|a_que|si ..
        estoy|sigo|quedo|ando|estare esperando|ansios*|pendiente|deseando|con_ganas {adv}? de? {adv}? saber|que_me|oir*|escuchar*|noticias|leer*|ver|verte|vernos|verla|verlo|verlos|veamos|conocer ..
        gustaria|encantaria|quisiera|quiero|necesito {adv}? verte|verla|verlo|verlos|vernos ..
        espero|esperando|sigo_esperando|ojala .. que {adv}? {obj}? aparezcas|vengas|estes|llegues|pases|te_asomes|vengan ..
        te {adv}? busco|guardo|guardare|aparto|busque {adv}? .. lugar|silla|sitio|en|por|a|entre ..
        recibir|tener|esperar|leer {adv}? .. tuya|tuyo|tuyas|tuyos|de_ti|de_vos
        me {adv}? encuentras|encontras|encuentran|hallas|ubicas en|a|por|los|todos ..
      `,
      not: `
        no|nunca|ni|sin|nadie|tampoco {adv}? {obj}? {adv}? debes|tienes|tenes|hace_falta|voy|llamare|buscare|escribire|espero|pido|necesitas|quiero|pasare|ire|estare|volvere|deben|tienen|hay|pretendo|esperar|contactare|me_acercare|te_llamare|te_buscare|te_escribire|te_pido|te_voy|tienes_que|tendras|es_necesario|volver ...
        si|cuando|a_menos_que|salvo_que|solo_si {adv}? {obj}? {adv}? quieres|queres|quieras|eliges|decides|prefieres|deseas|algun_dia|alguna_vez|quiere|quieren|decidis|elegis|necesitas|preferis|lo_pides|te_sirve
        tu decides|decision
        vos decidis
        decision es tuya
        te|le|les .. llame|escribi|busque|segui|mande|espere|insisti|pedi|presione|exigi|visite|llamaba|escribia|contacte .. despues|cuando|aunque|catorce|a_pesar|que|noches|tu_casa|veces_y_me|afuera|durante|en_la|sin_tu|una|fuera ....
        hablar*|hable|hablare|hablo|reunirme|reunir*|reuniendo*|conversar*|vernos|ver|llamare|llamar|explicar*|explicare|escribir*|avisar*|contar* {adv}? {adv}? con|a|al|de|sobre|ante sam|la|el|mi|dos|una|un|las|los|alguien|quien|facilitador*|equipo|grupo|otra|otro|gente|mis|asamblea|terapeut*|otras|personas|hombres|psicolog*|colectivo
        la|el|las|los persona|facilitador*|sostenedor*|holder|holders ..
        deje|dejare|he_dejado|dejo de .. llamar*|escribir*|buscar*|insistir
        me pediste
        tu respuesta|silencio|numero|direccion|telefono|puerta|version .. fue|es|basta|sin|a
        di|comparti|publique|use|lei|mire|revise|tome|oculte|borre|ignore tu|tus
        te {adv}? {obj}? hice|deje|grite|debo|pague|devolvi
        para que no .. ver|verte|vernos|verla|verlo|verlos|veamos|encontrar*|cruzar*
        no tener|tengas
        no .. encuentr*|cruc*
        llama|llamen|llamá|avisa|escribe|escribele|dile|decile|cuenta|pregunta|preguntale a|al|la|que ..
      `,
    },
  ],
  VAGUE: [
    {
      on: `
        {sorry} .. lo_de|lo_del ..
        {sorry} .. {sorry}? .. por|de|todo|toda|todas|todos|lo|cualquier|las|los|mis|mi|el|la|si_algo|esto|eso|este|esta todo|todo_esto|todo_eso|toda|todas|lo_que_hice|lo_que_paso|lo_que_sucedio|lo_que_haya|lo_ocurrido|lo_sucedido|molestia*|molestias|las_molestias|inconveniente*|los_inconvenientes|cualquier*|mis_actos|mis_acciones|mis_errores|mis_faltas|mi_comportamiento|mi_actitud|mi_parte|mi_conducta|el_daño|el_mal|la_molestia|lo_malo|lo_mal|las_cosas|lo_que_te_hice|algunas|ciertas|el_dolor|el_lio|esto|eso|lo_de|mal_rato|los_problemas|mi_forma|mi_manera|como_fui|como_actue|mis_palabras|mi_papel|que_causamos|la_situacion|el_malentendido|el_mal_rato|algo|tanto|este_asunto|mi_pasado|mis_fallos|mis_fallas|ser_como|mi_error|la_parte|lo_del|los_daños|la_incomodidad|haberte_fallado|haber_fallado|fallarte|haberte_hecho_daño|el_sufrimiento|los_errores|mis_equivocaciones ..
        lamento|siento|lamentamos|sentimos|deploro {adv}? {adv}? todo|toda|todo_esto|las_molestias|los_inconvenientes|cualquier|mis_acciones|mis_actos|mi_comportamiento|mi_actitud|el_daño|el_mal|el_dolor|los_errores|mis_errores|la_molestia|la_incomodidad|la_confusion|los_hechos|lo_sucedido|lo_ocurrido|esto|eso|mi_parte|lo_que_hice|mi_conducta|los_malos|el_mal_rato|este_asunto|las_cosas ..
        perdon|disculpas|disculpa|disculpen|perdona|perdoname {adv}? por|si|de {adv}? todo|eso|esto|lo_que_hice|lo_que_paso|lo_ocurrido|lo_sucedido|lo_malo|lo_mal|las_molestias|la_molestia|cualquier*|algo|mi_parte|mis|mi_actitud|los_inconvenientes|el_daño|ser|como|lo_que_hice|las|los_problemas ..
        me arrepiento {adv}? de {adv}? todo|lo_que|mis|muchas|algunas|ciertas|eso|esto|cosas|mi ..
        supongo|imagino|creo|pienso|parece|siento|me_dicen|me_dijeron|me_han_dicho|me_pidieron|debo|deberia|tengo|quiero|quisiera|queria|tendria|considero|me_toca|hay|debería|se_supone|me_recomendaron|me_corresponde|estoy_aqui_para|escribo_para|te_escribo_para|toca|vengo_a|corresponde|me_aconsejaron .. {obj}? {obj}? que|debo|deberia|una|pedir*|disculpar*|ofrecer*|mi|perdon|tengo|corresponde|toca|unas|decir* .. disculpa|disculpas|perdon|disculparme|lo_siento|pedirte|algo $
        supongo|imagino|me_pidieron|me_dijeron|se_supone|me_han_dicho ... disculp*|perdon*|lo_siento
        te|les|le debo una? disculpa|disculpas|explicacion|perdon $
        ofrezco|ofrecemos|extiendo|presento|doy {adv}? mis|mi|una|unas|nuestras .. disculpa|disculpas $
        considera|tomen|toma|sirva|sirvan|valga esto|esta|estas .. disculp*|perdon
        perdon|disculpas|lo_siento ,? vale|y_ya|okay|ok|y_listo|y_eso|bueno|supongo|o_lo_que|ya_esta|y_punto
        hice|he_hecho|cometi|he_cometido|dije|he_dicho|tuve|hicimos|cometimos|hemos_cometido|se_que_hice|tome|he_tenido {adv}? {adv}? cosas|error*|algo|un_error|algunos|algunas|muchas|muchos|mal|fallos|fallas|equivocaciones|malas|tonterias|actitudes|un_mal|daño|las_cosas_mal|mucho_daño|comportamientos|lo_que_no|faltas|varias|varios|algo_malo|conductas !con_las !en_las_cuentas !en_el !con_el .. $
        hice|he_hecho cosas|algo|muchas|algunas ..
        cosas que|de_las_que no|hice|me_arrepiento|dije|he_hecho|pasaron ..
        no me enorgullezco|siento_orgullos*
        orgulloso|orgullosa de ..
        no {adv}? fui|estuve|me_porte|actue|era|he_sido|soy|supe|lo_hice|hice {adv}? {adv}? la_mejor|el_mejor|mi_mejor|como_debia|bien|a_la_altura|buen*|lo_mejor|justo|justa|perfect*|comportarme|mejor|estar|las_cosas ..
        a la altura
        me {adv}? {adv}? porte|comporte|equivoque|pase|he_equivocado|he_portado {adv}? {adv}? mal|muy_mal|en_muchas|en_varias|en_algunas|$|fatal|como_un|como_una|en_cosas ..
        actue|obre|procedi|lo_hice|estuve|fui|hice|la_regue|la_cague|meti_la_pata|la_embarre|falle|te_falle|les_falle|la_lie|la_pifie|me_equivoque|cagada {adv}? {adv}? mal|mala|malo|muy_mal|un_mal|una_mala|fatal|feo|como_no_debia|incorrect*|$ .. $
        podria|pude|pudo|podriamos|hubiera|debi|podia haber|haberlo|ser|actuado|hecho|haberme|actuar ... mejor|distinto|diferente|otra_manera|otro_modo|otra_forma|bien|diferentemente
        voy|prometo|quiero|tratare|intentare|espero|hare|procurare|vamos|deseo|seguire|pienso|me_comprometo|me_esforzare|buscare {adv}? a? {adv}? ser|mejorar|cambiar|hacerlo_mejor|hacer_las_cosas|trabajar|lo_posible|mi_mejor|todo_lo_posible|aprender|crecer|lo_mejor|reflexionar|portarme|todo_lo_que|esforzarme|que_todo|lo_necesario|tener_mas_cuidado|reparar|hacer|trabajando|lo_que_haga|mas|compensar* {adv}? {adv}? mejor|mejor_persona|cambiar|bien|en_mi|en_ello|posible|de_esto|como_persona|de_mis|$|mas|cuidado|necesario|pueda|poder|otra_persona|falta|el_daño|alcance|de_todo
        mejorare|cambiare|aprendere|sere_mejor|sere_otro|sere_otra|tratare_de_mejorar|voy_a_mejorar|voy_a_cambiar|prometo_mejorar|prometo_cambiar $
        ser mejor persona|compañer*|amig*|version
        he aprendido|aprendi {adv}? mucho|de|la_leccion|con_esto ..
        asumo|acepto|tomo|reconozco|me_hago {adv}? {adv}? mi|la|toda_la|mis|toda|cargo|responsable|el responsabilidad|parte|culpa|errores|error|cargo|consecuencias|todo|acciones|fallas|faltas|por_mis|lo_que .. $
        mi parte|responsabilidad|cuota|papel en|de|por lo|esto|todo|eso|la_situacion|este|ello ..
        asumo|reconozco mi|mis parte|errores|acciones|fallas
        mis|mi acciones|actos|comportamiento|conducta|errores|actitud|palabras|decisiones .. fue*|no|estuv*|son|causaron|tuvieron|dejo|han .. mal*|correct*|adecuad*|bien|daño|inaceptable*|la_mejor|incorrect*|aceptable*|desear|buen*|apropiad*|ejemplar*|acertad*
        no fue|fueron|estuvo .. correcto|correcta|adecuad*|bien|lo_mejor $
        si pudiera volver|regresar|retroceder|cambiar
        volver el tiempo|atras_el
        y todo|esas|demas|eso|cosas_asi $
        etcetera|etc
        tu|ya|vos sabes|sabés|sabes_que|saben {adv}? por|de|lo|a|que .. que|hablo|refiero|hice|es
        de alguna|algun|cierta|una_u_otra manera|modo|forma
        {sorry}|arrepiento .. lo que hice {adv}? $
        mil disculpas|perdones
        ups
        por todo|tanto|todas|cualquier .. daño|dolor|lo_que|malo|mal|molestia|lo_malo|lo_mal|sufrimiento|$|ello|las_cosas
        todo|cualquier|tanto el? lo? mal|daño|dolor|que que? .. hice|cause|pude|haya|te_hice|he_causado|provoque|ocasione
        aprendi|he_aprendido|aprendimos|aprendo|creci|he_crecido|madure|he_madurado {adv}? mucho|bastante|la_leccion|de|un_monton|$ .. $
        {sorry} .. por? .. la_forma|la_manera|el_modo|como en_que|como|en_la_que? {adv}? {obj}? comporte|porte|actue|fui|trate|hable|reaccione|lleve ..
        se|reconozco|admito que {adv}? he|lastime|hice|dañe|heri {adv}? lastimado|herido|dañado|ofendido|fallado|decepcionado|daño a? gente|personas|muchas|muchos|varias|otras|algunas|ustedes_todos ..
        cometi|cometemos|comete|hice error*|fallos|faltas|equivocaciones como|igual ..
        asumir|asumo|reconocer|reconozco|aceptar|hacerme_cargo_de lo|mis|mi mio|que_me_toca|parte|errores|cosas|culpas $
        {sorry} por? .. disgusto|malestar|mal_rato|molestia|disgustos|ofensa|trastorno ..
        me {adv}? arrepiento {adv}? de cosas|algunas|varias|muchas|ciertas ..
        estoy en|soy_una proceso|obra|construccion ..
        tengo {adv}? cosas|mucho|muchas_cosas|temas que|por|para trabajar|mejorar|aprender|cambiar|resolver $
      `,
      not: `
        {sorry}|por|de|en {adv}? {acting}|haber*|hablar*|gritar*|llamar*|contar*|usar*|compartir*|decir*|dejar*|mentir*|tomar*|leer*|sacar*|empujar*|publicar*|quitar*|faltar*|burlar*|reir*|tratar*|interrumpir*|romper*|llegar*|no_pagar*|no_avisar*|no_llegar*|perder*|borrar*|cortar*|reenviar*|difundir*|entregar*|excluir*|cambiar_tu|olvidar*|prometer*|esconder*|ocultar*|meter*|poner*|pedir*|seguir*|tocar*|besar*|vender*|cobrar*|gastar*|revisar*|culpar*|acusar*|asustar*|insultar*|humillar*|ignorar*|escribir*|presionar*|callar*|abandonar*|negar*|bloquear*|difundir* !fallado !hecho_daño !lastimado !ofendido !herido
        cuando|porque|donde|al|despues_de|antes_de|delante|frente {adv}? {obj}? {obj}? {adv}? {act}|no|yo|*ar|*er|*ir|*arte|*erte|*irte|de
        que|cuando|y|,|pero|ademas|^|yo {adv}? {obj}? {obj}? {adv}? !hice_cosas|hice_algo|hice_daño|hice_mal|hice|dije_cosas|dije|tome_malas {act} ..
        en la|las|el reunion|asamblea|chat|cuentas|acta|marcha|cocina|cuaderno|presupuesto|libros|lista
        lo que hice en|a|con|el|la|al|cuando|contigo|aquella|esa ..
        voy|hare|pagare|saldre|empece|dejare ... cada|antes|semana|lunes|mes|cuando|hasta|con_sam
        no .. alcanza|basta|suficiente ....
        todo el|la dinero|trabajo|lista
        fue mi|mia
        estuvo mal que|*ar|gritar*|leer*|decir*
      `,
    },
    {
      on: `
        {sorry} .. por|de todo|todo_eso|todo_esto lo? que? .. hice_pasar|cause|hice|he_hecho|te_hice|les_hice|haya|provoque $
        {sorry} .. por todo lo que .. pasar $
      `,
    },
  ],
}
