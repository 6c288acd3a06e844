/** A picture of the page as a file of its own: with the words that say what is in it. */
export function pictureText(picture: SVGSVGElement, says: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement; // A copy is of the kind of what it copies.
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('aria-label', says);
  // Styles are those of the page: the file has its own colours.
  for (const part of [copy, ...copy.querySelectorAll('[class]')]) part.removeAttribute('class');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', '#ffffff');
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = says;
  copy.prepend(title, ground);
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}
