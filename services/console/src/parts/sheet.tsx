import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSpeech } from '../words/speech-context.tsx';
import { Button } from './button.tsx';
import './sheet.css';

type Props = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'narrow' | 'wide';
  /** Asked before the work goes on: neither Escape nor a click beside closes it. */
  readonly isFirm?: boolean;
  /** Nothing of the page is to be read while it stands. */
  readonly hidesPage?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
};

/** A dialog over the page: focus goes in, Escape closes it, focus returns to where it was. */
export function Sheet(props: Props) {
  const { title, onClose, children, size = 'narrow', isFirm = false, hidesPage = false, role = 'dialog' } = props;
  const { say } = useSpeech();
  return (
    <ModalOverlay
      className={hidesPage ? 'sheet-shade sheet-shade-opaque' : 'sheet-shade'}
      isOpen
      isDismissable={!isFirm}
      isKeyboardDismissDisabled={isFirm}
      onOpenChange={isOpen => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`sheet sheet-${size}`}>
        <Dialog className="sheet-dialog" role={role}>
          <header className="sheet-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!isFirm && (
              <Button kind="quiet" isSmall onClick={onClose}>
                {say('common.close')}
              </Button>
            )}
          </header>
          <div className="sheet-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
