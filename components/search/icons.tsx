/** The small marks of the dialog, drawn on the grid of the status marks. */
import type { ReactNode } from 'react';
import type { CommandId } from '@/lib/search/commands';
import type { Kind } from '@/lib/search/index-file';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="search-icon"
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Icon>
    <path d="M12.2 12.2 16 16M2.5 7.75a5.25 5.25 0 1 0 10.5 0 5.25 5.25 0 0 0-10.5 0z" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m4.5 4.5 9 9M13.5 4.5l-9 9" />
  </Icon>
);
export const PlaceIcon = () => (
  <Icon>
    <path d="M5.5 3.5v6.75h7M10 7.75l2.5 2.5-2.5 2.5" />
  </Icon>
);

export const KindIcon = ({ kind }: { readonly kind: Kind }) => <Icon>{kindShapes[kind]}</Icon>;

/** A lesson has its status instead; its shape here stands for one whose state is not kept. */
const kindShapes: Readonly<Record<Kind, ReactNode>> = {
  lesson: <circle cx="9" cy="9" r="6.75" />,
  concept: <path d="M9 2.25 15.75 9 9 15.75 2.25 9z" />,
  lab: (
    <path d="M6.75 2.25h4.5M7.5 2.25v5L3.6 14a1.2 1.2 0 0 0 1 1.75h8.8a1.2 1.2 0 0 0 1-1.75L10.5 7.25v-5M5.5 11.25h7" />
  ),
  stage: <path d="M2.25 5.5h13.5M2.25 9h13.5M2.25 12.5h13.5" />,
  placement: <path d="M3 3.25h12v11.5H3zM5.75 9.25l2.25 2.25 4.25-4.75" />,
  career: <path d="M4 14.25c6 0-1-10.5 9-10.5M11 1.75l2.25 2L11 6" />,
  resource: (
    <path d="M3.5 3.25h4A1.5 1.5 0 0 1 9 4.75a1.5 1.5 0 0 1 1.5-1.5h4v10.5h-4A1.5 1.5 0 0 0 9 15.25a1.5 1.5 0 0 0-1.5-1.5h-4zM9 4.75v10.5" />
  ),
};

export const CommandIcon = ({ id }: { readonly id: CommandId }) => <Icon>{commandShapes[id]}</Icon>;

const slashKey = (
  <path d="M4.5 2.75h9a1.75 1.75 0 0 1 1.75 1.75v9a1.75 1.75 0 0 1-1.75 1.75h-9a1.75 1.75 0 0 1-1.75-1.75v-9A1.75 1.75 0 0 1 4.5 2.75zM10.25 6l-2.5 6" />
);

const commandShapes: Readonly<Record<CommandId, ReactNode>> = {
  continue: <path d="M5.25 3.25v11.5L14.25 9z" />,
  language: (
    <path d="M2.25 9a6.75 6.75 0 1 0 13.5 0 6.75 6.75 0 0 0-13.5 0zM2.25 9h13.5M9 2.25c4 4 4 9.5 0 13.5-4-4-4-9.5 0-13.5z" />
  ),
  'theme-light': (
    <path d="M5.75 9a3.25 3.25 0 1 0 6.5 0 3.25 3.25 0 0 0-6.5 0zM9 1.5v1.7M9 14.8v1.7M1.5 9h1.7M14.8 9h1.7" />
  ),
  'theme-dark': <path d="M15 11.2A6.5 6.5 0 0 1 6.8 3a6.5 6.5 0 1 0 8.2 8.2z" />,
  'theme-system': <path d="M2.25 9a6.75 6.75 0 1 0 13.5 0 6.75 6.75 0 0 0-13.5 0zM9 2.25v13.5" />,
  'slash-off': slashKey,
  'slash-on': slashKey,
  progress: <path d="M2.75 15.25h12.5M4.75 15v-4M9 15V6.25M13.25 15V2.75" />,
  paths: <path d="M4 14.25c6 0-1-10.5 9-10.5M11 1.75l2.25 2L11 6" />,
  map: kindShapes.concept,
  labs: kindShapes.lab,
  resources: kindShapes.resource,
  'open-code': (
    <path d="M2.75 2.75h4.5v4.5h-4.5zM10.75 2.75h4.5v4.5h-4.5zM2.75 10.75h4.5v4.5h-4.5zM11 11h1.5M15 11v4M11 15h1.5" />
  ),
  offline: <path d="M9 2.75v8.5M5.75 8.25 9 11.5l3.25-3.25M3.25 15.25h11.5" />,
  'hand-over': <path d="M5.5 2.25h7v13.5h-7zM8.25 13.25h1.5" />,
  stored: <path d="M2.75 3.5h12.5v3.75H2.75zM2.75 10.75h12.5v3.75H2.75zM5.25 5.4h.01M5.25 12.6h.01" />,
  cohort: (
    <path d="M4.25 6.25a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 0 0-4.5 0zM2.25 15c0-2.75 2-4.25 4.25-4.25s4.25 1.5 4.25 4.25M11 4.25a2.25 2.25 0 0 1 0 4M13 11c1.75.5 2.75 1.75 2.75 4" />
  ),
};
