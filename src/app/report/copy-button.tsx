import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../words';
import { copyText } from './copy-text';

/** Copies a text and says so for a moment. */
export function CopyButton(props: { label: string; text: () => string; icon?: ComponentChildren }) {
  const { label, text, icon } = props;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      {icon}
      <span class={icon ? 'icon-words' : undefined} data-news={copied ? '' : undefined} aria-live="polite">
        {copied ? words.page.copied : label}
      </span>
    </button>
  );
}
