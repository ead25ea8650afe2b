/** Guesses that a password must outlast, in powers of ten: each costs an attacker a whole Argon2id. */
const LEAST_GUESSES = 9;

const product = ['kaerimichi', 'かえりみち', 'カエリミチ', '帰り道'];

const sentences = {
  own: 'ログイン名や名前、「かえりみち」をもとにしたパスワードは使えません。ほかの言葉にしてください。 / Made of your sign-in name, your name or the name of this product: choose other words.',
  known:
    'よく使われるパスワードなので、すぐに推測されます。ほかの言葉にしてください。 / This is a well known password, or close to one: choose other words.',
  pattern:
    '同じ文字の繰り返しや並びなので、すぐに推測されます。関係のない言葉をいくつか並べてください。 / A repetition or a row of characters is guessed at once: use a few words that have nothing to do with each other.',
};

const patterns: readonly string[] = ['repeat', 'sequence', 'spatial', 'date', 'regex'];

/**
 * Why a password would be guessed soon, in one sentence of both languages; null where it would not. Compared with some
 * fifty thousand well known ones, with what `about` names (sign-in name, name of the person) and with the product's name,
 * also when written with digits for letters or something appended. No mixture of characters is asked for.
 */
export async function passwordFault(password: string, about: readonly string[]): Promise<string | null> {
  const { known } = await import('./known-passwords.ts');
  const own = [...about.flatMap(name => [name, ...name.split(/[@.\s]+/)]), ...product].filter(word => word.length > 2);
  const { guessesLog10, sequence } = known.check(password.normalize('NFKC'), own);
  if (guessesLog10 >= LEAST_GUESSES) return null;
  if (sequence.some(({ dictionaryName }) => dictionaryName === 'userInputs')) return sentences.own;
  const isPattern = sequence.some(({ pattern }) => patterns.includes(pattern));
  const isKnown = sequence.some(({ dictionaryName }) => dictionaryName === 'known');
  return isPattern && !isKnown ? sentences.pattern : sentences.known;
}
