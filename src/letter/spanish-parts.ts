import type { PartRules } from './rule.ts'

/** What shows that a part of the letter is there, in Spanish. */
export const spanishParts: PartRules = {
  NO_SORRY: {
    on: `
      lo {adv}? siento|sentimos|lamento
      siento|lamento|lamentamos|sentimos {adv}? {adv}? {acting}|no|que|mucho|lo|la|las|el|los|todo|esto|mi|mis
      pido|pedimos|ofrezco|quiero_pedir|pedirte|pedirles|te_debo {adv}? {obj}? {adv}? perdon|disculpas|una_disculpa
      perdon|disculpas por|de|que
      perdona|perdoname|perdoneme|perdonenme|perdonadme|disculpa|disculpame|disculpeme|disculpenme .. 
      me disculpo|arrepiento
      ^ perdon
    `,
    not: `
      no {obj}? siento|lamento|pido|arrepiento
      siento que
    `,
  },
  NO_ACT: {
    on: `
      {obj}? {obj}? {adv}? !{vagueAct} {act} !cosas !algo !mal !daño !lo_posible !todo
      {acting} {adv}? *ado|*ido|dicho|hecho|puesto|roto|escrito|visto|abierto|cubierto !daño !mal !cosas !algo
      por|de|al|a no? *arte|*erte|*irte|*arle|*erle|*irle|*arles|*erles|*arlos|*arlas|*ar|*er|*ir|*arse|*arme tu|tus|el|la|los|las|en|de|con|a|delante|frente|$|un|una|tarde|sin|al|cuando
      no {obj}? pague|avise|llegue|fui|dije|hice|pregunte|escuche|pare|cumpli|devolvi|di|ayude
    `,
    not: `
      por|de {vagueActing}
      {acting} {adv}? lastimado|herido|ofendido|fallado|hecho_daño|molestado|causado|equivocado|sido|estado
    `,
  },
  NO_OWN: {
    on: `
      mi|mio|mia|nuestra {adv}? decision|eleccion|culpa|responsabilidad|error|falta
      fue|era|es|son|fueron {adv}? {adv}? mio|mia|mi_decision|mi_culpa|mi_eleccion|cosa_mia|violencia|injusto|acoso|cruel|yo
      estuvo|estaba|esta|hice|obre|actue {adv}? {adv}? mal
      me equivoque
      no {obj}? {obj}? debi|debia|tenia_derecho|tengo_excusa|hay_excusa|tenia_por|hay_justificacion
      debi|deberia haber*|*ar|*er|*ir|*arte|*erte|*irte|*arme|*irme
      elegi|decidi|escogi|asumo|cause|sabia_que
      soy|fui {adv}? responsable|culpable|yo|quien
      nadie me obligo|empujo|mando|forzo|dijo
      yo lo decidi|elegi|hice
      responsabilidad|culpa .. mia|mi|yo
    `,
    not: `
      no {adv}? fue|es|era mi|mia|mio
    `,
  },
  NO_IMPACT: {
    on: `
      perdiste|tuviste|dejaste|sufriste|lloraste|faltaste|cargaste|pagaste|pasaste|saliste|renunciaste|quedaste|esperaste|viviste|perdieron|sufrieron
      te {adv}? fuiste|sentiste|quedaste|enfermaste|mudaste|aislaste|alejaste|sientes|sentis|despiertas|callaste|culpaste
      no {obj}? {adv}? pudiste|puedes|podes|confias|dormiste|volviste|volvieron|pudieron|pudo|quisiste ..
      ya no {obj}? {adv}? confias|sientes|vienes|venis|vienen|hablas|vienen|duermes|puedes|podes|te_sientes
      tenias|tuviste|tienes|tenes .. miedo|que
      te|les|le|os|lo|la|los {adv}? dolio|costo|lastimo|quito|dejo|hizo|hirio|daño|afecto|asusto|puso|humillo|obligo|causo|llevo ..
      te|les|le|os|lo|la|los|las {adv}? lastime|asuste|heri|humille|hice_sentir|hice_daño|hice_dudar|hice_tener|hice_perder|puse_en|deje_sin|deje_sol*|quite|dañe|hice_quedar|avergonce|aisle|silencie|expuse|ofendi|hice_pasar
      otras|otros|personas|compañer*|voluntari*|gente|equipo|grupo|coro|amig*|hij*|familia|miembros|quienes|demas|nuevas|tres|dos .. aprendi*|perdi*|se_fue*|dejar*|dejo|tuv*|vieron|oyeron|pagaron|cubrieron|sufrieron|cancel*|oyo|vio|dejaron|faltaron|callaron|se_fueron|ya_no|tenia*
      tu|tus {adv}? confianza|sueño|trabajo|casa|turno|renta|lugar|salud|seguridad|hija|hijo|mama|madre|nombre|amig* .. se|fue|quedo|perdi*|vio|dejo|dejaron|sufri*
      perdi|rompi|traicione|puse|dañe|costo|lastime tu|a_ti|en_riesgo|a_las|a_los ..
      a ti|vos .. y
      por mi culpa|causa
      el daño|dolor|miedo que te|les|le
    `,
    not: `
      si {obj}? .. {hurt}|{feeling}|sentiste
      pude|pudo|podria haber* ..
      espero que
      {sorry} que te
    `,
  },
  NO_REPAIR: {
    on: `
      voy|vamos|quiero|puedo|prometo|pienso|me_comprometo a? {adv}? {obj}? {repairing} ..
      {repairWill} ..
      {obj}? {repaired} ..
      he|hemos {adv}? {repairDone} ..
    `,
    not: `
      no voy a? pagar|devolver
    `,
  },
  NO_CHANGE: {
    on: `
      de|desde ahora|hoy|aqui|aca en|mas|adelante|, ..
      desde ahora|hoy
      a partir de
      de ahora|aqui en
      la proxima vez
      en adelante
      no volvere|vuelvo|voy_a_volver a
      nunca mas
      ya no {adv}? {obj}? !siento !puedo !confias !se ..
      deje|dejare|he_dejado|dejo|voy_a_dejar de ..
      empece|he_empezado|comence|entre|estoy|voy|asisto|empezare|acudo a? {adv}? {adv}? aprendiendo|yendo|trabajando_con|terapia|un_grupo|un_curso|un_taller|practicando|tomando|haciendo|terapeuta|cada ..
      cada|todos_los|todas_las semana|mes|dia|lunes|martes|miercoles|jueves|viernes|sabado*|domingo*|reunion|semanas|meses|vez
      cuando|antes_de|apenas|si {obj}? {adv}? note|noto|sienta|siento|suba|levante|decidir|hablar|publicar|enviar|empiece|vuelva|vuelvo|rompo|tocar|contestar|mandar
      pedi|he_pedido|pedire .. que {obj}? frene|pare|avise|revise|diga|acompañe|recuerde|interrumpa|ayude|controle|guarde|mire
      saldre|preguntare|escuchare|consultare|esperare|avisare_antes|pedire_permiso|pedire_una|me_ire|hare_una_pausa|contare_hasta|parare|ire_a_terapia ..
      no {obj}? {adv}? tomare|bebere|gritare|ire|hablare|usare|decidire|moderare|manejare|tocare|aceptare|entrare|postulare|ocupare|voy_a
      me frena|para|avisa|recuerda|detiene|corta|ayuda|revisa cuando|si|a|antes|cada ..
      va|van|se_va|revisara|revisaran a? {adv}? revisar|avisar*|sentar*|frenar*|que ..
    `,
    not: `
      todo|cosas mejore*
    `,
  },
}
