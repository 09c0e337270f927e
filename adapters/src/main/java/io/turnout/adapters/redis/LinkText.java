package io.turnout.adapters.redis;

import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.application.privacy.Vault.Subject;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// A link as Redis has it: as the tables have it, sealed once more as a whole for stack, org and
/// link, since who came by it stands beside the ciphertext and must not be put in by hand.
record LinkText(Vault vault, String stack) {
    private static final char PART = '.';

    private Subject subject(OrgId org, LinkId link) {
        return new Subject(org, "redis of " + stack, link.value(), "link");
    }

    String write(OrgId org, KeptLink link) {
        Sealed sealed = vault.seal(subject(org, link.content().id()), bytes(link));
        Base64.Encoder text = Base64.getEncoder();
        return text.encodeToString(sealed.ciphertext())
                + PART
                + text.encodeToString(sealed.wrappedKey());
    }

    /// What was written for this link.
    ///
    /// @throws IllegalStateException when it was changed, or written for another
    KeptLink read(OrgId org, LinkId link, String text) {
        int part = text.indexOf(PART);
        try {
            Base64.Decoder bytes = Base64.getDecoder();
            Sealed sealed =
                    new Sealed(
                            bytes.decode(text.substring(0, Math.max(part, 0))),
                            bytes.decode(text.substring(part + 1)));
            return link(link, vault.open(subject(org, link), sealed));
        } catch (IllegalArgumentException none) {
            throw new IllegalStateException("no link as it was written", none);
        }
    }

    private static byte[] bytes(KeptLink link) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            SealedLink content = link.content();
            out.writeUTF(content.reference().value());
            out.writeUTF(content.event().value());
            out.writeInt(content.uses());
            write(out, content.prefill().ciphertext());
            write(out, content.prefill().wrappedKey());
            write(out, content.finder());
            out.writeInt(link.registrations().size());
            for (RegistrationId one : link.registrations()) {
                out.writeLong(one.value().getMostSignificantBits());
                out.writeLong(one.value().getLeastSignificantBits());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static KeptLink link(LinkId id, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Reference reference = new Reference(in.readUTF());
            EventId event = new EventId(in.readUTF());
            int uses = in.readInt();
            Sealed prefill = new Sealed(some(in), some(in));
            SealedLink content = new SealedLink(id, reference, event, uses, prefill, some(in));
            List<RegistrationId> came = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                came.add(new RegistrationId(new UUID(in.readLong(), in.readLong())));
            }
            return new KeptLink(content, came);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] some(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
