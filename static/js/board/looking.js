/** Show a card's shot as large as the screen; what does that is fetched when it is wanted. */
export async function look(card) {
  (await import("./lightbox.js")).openLightbox(card);
}
