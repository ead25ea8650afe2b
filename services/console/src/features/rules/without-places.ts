/** A sentence with a place for a figure, said without it. */
export const withoutPlaces = (text: string): string => text.replace(/\s*[((][^()()]*\{\w+\}[^()()]*[))]/g, '');
