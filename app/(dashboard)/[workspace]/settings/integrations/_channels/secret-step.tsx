import { SecretOnce } from "@/components/channels/secret-once";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";

interface SecretStepProps {
  secret: string;
  /** The reader has put it away. */
  onStored: () => void;
}

/** The inside of a dialog while a new secret can be read. */
export function SecretStep({ secret, onStored }: SecretStepProps) {
  return (
    <>
      <DialogBody>
        <SecretOnce secret={secret} />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onClick={onStored}>
          I have stored it
        </Button>
      </DialogFooter>
    </>
  );
}
