import { useWhen } from '../workshops/use-when.ts';

/** What it is, when and where. */
export function SessionWords({
  about: { title, startsAt, endsAt, place, accessNote },
}: {
  readonly about: {
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly place: string;
    readonly accessNote: string;
  };
}) {
  const { span } = useWhen();
  return (
    <>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p>
        <strong>{span(startsAt, endsAt)}</strong>
      </p>
      {[place, accessNote].map(
        (words) =>
          words !== '' && (
            <p key={words}>
              <bdi>{words}</bdi>
            </p>
          ),
      )}
    </>
  );
}
