import { useId } from 'react';
import { mapMeasures, packWords, type MapBox, type StageMap } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { PackTableView } from './pack-table-view.tsx';
import styles from './procedures.module.css';

const { markRadius, lineHeight, boxPadding, nameGap } = mapMeasures;

/** The stages of a track as a drawing, and the same as a table below it. The drawing runs left to right in every language. */
export function StageMapView({ map }: { readonly map: StageMap }) {
  const { language } = useLanguage();
  const t = packWords(language);
  const title = t('procedures.map.title', { track: map.title });
  return (
    <>
      <figure className={styles['figure']}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls within itself is reached by keyboard */}
        <div className={styles['map']} role="region" aria-label={title} tabIndex={0} dir="ltr">
          <Drawing map={map} title={title} />
        </div>
        <figcaption className={styles['small']}>{t('procedures.map.how')}</figcaption>
      </figure>
      <PackTableView
        table={{
          caption: t('procedures.map.tableTitle', { track: map.title }),
          head: ['number', 'from', 'by', 'to'].map((column) => t(`procedures.map.${column}`)),
          rows: map.ways.map(({ number, from, by, to, isVerified }) => [
            number === null ? t('procedures.map.notDrawn') : String(number),
            from,
            isVerified ? by.join('; ') : t('procedures.map.unverified', { by: by.join('; ') }),
            to,
          ]),
        }}
      />
    </>
  );
}

function Drawing({ map, title }: { readonly map: StageMap; readonly title: string }) {
  const head = useId();
  return (
    <svg
      role="img"
      aria-label={title}
      width={map.width}
      height={map.height}
      viewBox={`0 0 ${String(map.width)} ${String(map.height)}`}
    >
      <defs>
        <marker
          id={head}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className={styles['head']} d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {map.lines.map(({ points, leads }, at) => (
        <polyline
          key={at}
          className={styles['line']}
          markerEnd={leads ? `url(#${head})` : undefined}
          points={points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')}
        />
      ))}
      {map.boxes.map((box, at) => (
        <Box key={at} box={box} />
      ))}
      {map.steps.map(({ number, x, y, isVerified }) => (
        <g key={number}>
          <circle className={styles[isVerified ? 'mark' : 'doubtMark']} cx={x} cy={y} r={markRadius} />
          <text className={styles['number']} x={x} y={y + 4} textAnchor="middle">
            {number}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Box({ box }: { readonly box: MapBox }) {
  const { x, y, width, height, names, isFirst, isEnding } = box;
  return (
    <g>
      <rect
        className={styles[isFirst || isEnding ? 'edgeBox' : 'box']}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={isEnding ? Math.min(18, height / 2) : 8}
      />
      {names.map((lines, name) => {
        const above = names.slice(0, name).flat().length * lineHeight + name * nameGap;
        return lines.map((line, at) => (
          <text
            key={`${String(name)}-${String(at)}`}
            className={styles['name']}
            x={x + width / 2}
            y={y + boxPadding + above + at * lineHeight + 13}
            textAnchor="middle"
          >
            {line}
          </text>
        ));
      })}
    </g>
  );
}
