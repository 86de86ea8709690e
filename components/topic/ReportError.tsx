import { useState } from 'react';
import { i18n } from '#i18n';
import { useReport } from '@/components/hooks/use-report';
import type { CitedArticle } from '@/lib/card/citation';
import { reportText } from '@/lib/card/report-text';
import type { PackManifest, Topic } from '@/lib/model/pack';
import type { Copying } from './CopyOutcome';
import { copyText } from './copy-text';
import { ReportForm } from './ReportForm';

type Props = {
  topic: Topic;
  topicName: string;
  /** The statement's path of ids in the topic, and its text. */
  at: string;
  line: string;
  pack: PackManifest | null;
  article: CitedArticle | null;
  onHolding: (holding: boolean) => void;
};

/** Reports an error in a statement: copies a text and opens the pack's page for reports; sends nothing by itself. */
export function ReportError({ topic, topicName, at, line, pack, article, onHolding }: Props) {
  const { isLoaded, draft, edit, settle, keep, keeping, error } = useReport({
    topic: topic.id,
    at,
    onHolding,
  });
  const [copying, setCopying] = useState<Copying | null>(null);
  if (!isLoaded) return null;
  const copy = () => {
    const text = reportText(
      {
        topic: { id: topic.id, name: topicName },
        at,
        line,
        pack,
        wrong: draft.body,
        source: draft.source,
        article: draft.withArticle ? article : null,
      },
      i18n.t,
    );
    const isCopied = copyText({ text });
    setCopying({ text, isCopied });
    if (isCopied) settle();
    if (pack?.reportUrl !== undefined) window.open(pack.reportUrl, '_blank', 'noopener');
  };
  return (
    <ReportForm
      line={line}
      draft={draft}
      hasArticle={article !== null}
      hasAddress={pack?.reportUrl !== undefined}
      copying={copying}
      keeping={keeping}
      error={error}
      onDraft={(fields) => {
        setCopying(null);
        edit(fields);
      }}
      onCopy={copy}
      onKeep={() => {
        setCopying(null);
        void keep();
      }}
    />
  );
}
