import type { AttachmentView } from '@liandong/shared/attachment';
import type { FollowUpView } from '@liandong/shared/feedback';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../desk/acts/ActForm';
import { useWrite } from '../desk/use-write';
import { FilePick } from '../feedback/FilePick';

/** 登记完成: words, and pictures or papers as proof. */
export function CompleteDialog({ followUp, onClose }: { followUp: FollowUpView; onClose: () => void }) {
  const { t } = useTranslation(['owed', 'acts']);
  const [proof, setProof] = useState('');
  const [files, setFiles] = useState<readonly AttachmentView[]>([]);
  const [uploading, setUploading] = useState(false);
  const { busy, problem, clientId, run } = useWrite(followUp.incidentId);
  const submit = async (): Promise<void> => {
    const body = { proof: proof.trim(), attachmentIds: files.map((file) => file.id), clientId: clientId.current };
    if (await run('completeFollowUp', { params: { id: followUp.id }, body }, t('owed:followUps.completed'))) onClose();
  };
  return (
    <ActForm
      title={`${t('owed:followUps.complete')} · ${followUp.what}`}
      submit={t('acts:save')}
      ready={proof.trim().length >= 2 && !uploading}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <label>
        {t('owed:followUps.proof')}
        <textarea
          className="field"
          rows={4}
          maxLength={1000}
          data-first-focus
          value={proof}
          data-testid="follow-up-proof"
          onChange={(event) => setProof(event.target.value)}
        />
      </label>
      <FilePick
        files={files}
        of={{ orderId: followUp.orderId }}
        atMost={30}
        onFiles={setFiles}
        onUploading={setUploading}
      />
    </ActForm>
  );
}
