/** The first file of every export, in both languages of the app: whoever opens it years later may have neither the app nor its settings. */
export const exportReadme = `What this is
============
Your own words from every room, and the rooms of the everyday as they were when this was made.

  words.txt     to read
  words.csv     the same, for a table program
  rooms/        the same as signed logs: every entry as its author signed it
  account.cbor  your account: WHOEVER HAS THIS FILE CAN WRITE IN YOUR NAME AND READ WHAT YOU CAN READ

Words of others in rooms that are not for everyone are not in here: they are theirs.
"holdfast replay FILE" checks every signature and every box without a network, and that words.txt says what was signed.

This is not legally private, it is not how evidence is kept, and it is no therapy.
Keep this file where you would keep a letter. Others trusted you with some of these words.


Qué es esto
===========
Tus propias palabras de todas las salas, y las salas de todos los días como eran cuando se hizo esta copia.

  words.txt     para leer
  words.csv     lo mismo, para una hoja de cálculo
  rooms/        lo mismo como registros firmados: cada entrada como la firmó su autora o autor
  account.cbor  tu cuenta: QUIEN TENGA ESTE ARCHIVO PUEDE ESCRIBIR EN TU NOMBRE Y LEER LO QUE TÚ PUEDES LEER

Las palabras de otras personas en salas que no son para todo el mundo no están aquí: son suyas.
"holdfast replay ARCHIVO" comprueba sin red cada firma y cada sobre, y que words.txt dice lo que se firmó.

Esto no es privado ante la ley, no es una forma de guardar pruebas y no es terapia.
Guarda este archivo donde guardarías una carta. Otras personas te confiaron algunas de estas palabras.
`
