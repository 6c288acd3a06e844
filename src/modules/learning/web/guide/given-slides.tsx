import { GuideText } from './guide-text.tsx';
import styles from './guide.module.css';
import { useSlide, type Slides } from './slide-wall.tsx';
import { TurnedSlides } from './turned-slides.tsx';

/** Slides of a session one at a time, and all of them on paper. */
export function GivenSlides({ shown }: { readonly shown: Slides }) {
  const [at, go] = useSlide(shown.slides.length);
  return <TurnedSlides shown={shown} at={at} go={go} />;
}

/** Cards of a session, on paper each in a frame to cut out. */
export function GivenCards({ shown }: { readonly shown: Slides }) {
  return (
    <ul className={styles['cards']} lang={shown.language}>
      {shown.slides.map((card) => (
        <li key={card.id}>
          <h2>{card.title}</h2>
          <GuideText guide={shown} text={card.body} />
        </li>
      ))}
    </ul>
  );
}
