export interface PledgeWords {
  opening: string;
  promises: string[];
}

/** The words of the pledge, as they are signed. */
export function PledgeText({ words, lang }: { words: PledgeWords; lang: string }) {
  return (
    <div className="prose" lang={lang}>
      <p>{words.opening}</p>
      <ol>
        {words.promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ol>
    </div>
  );
}
