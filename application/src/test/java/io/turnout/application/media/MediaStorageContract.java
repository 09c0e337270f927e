package io.turnout.application.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.CloudContract;
import io.turnout.application.contract.Ids;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.MediaType;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import io.turnout.domain.media.Variant;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every place for pictures promises.
public abstract class MediaStorageContract extends CloudContract {
    private static final byte[] PICTURE = "a picture, say".getBytes(StandardCharsets.UTF_8);

    protected final OrgId org = Ids.org();

    protected abstract MediaStorage media();

    /// Does with a ticket what a browser does; whether it was taken.
    protected abstract boolean bring(UploadTicket ticket, MediaRef ref, byte[] content);

    protected abstract boolean has(MediaRef ref);

    @Override
    protected Answer<?> asked() {
        return media().delete(ref(org, PICTURE));
    }

    @Override
    protected Answer<?> written() {
        return media().deleteAll(org);
    }

    protected static MediaRef ref(OrgId org, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new MediaRef(org, HexFormat.of().formatHex(hash), MediaType.PNG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private MediaRef brought(OrgId whose) {
        MediaRef ref = ref(whose, PICTURE);
        UploadTicket ticket = done(media().uploadTicket(Upload.of(ref, PICTURE.length)));
        assertThat(bring(ticket, ref, PICTURE)).isTrue();
        return ref;
    }

    @Test
    void what_is_brought_with_a_ticket_is_there_until_it_is_deleted() {
        MediaRef ref = brought(org);
        assertThat(has(ref)).isTrue();

        assertThat(done(media().delete(ref))).isEqualTo(ref);
        assertThat(has(ref)).isFalse();
        assertThat(done(media().delete(ref))).isEqualTo(ref);
    }

    @Test
    void all_of_an_org_goes_and_nothing_of_another() {
        OrgId other = Ids.org();
        MediaRef ours = brought(org);
        MediaRef theirs = brought(other);

        assertThat(done(media().deleteAll(org))).isEqualTo(org);

        assertThat(has(ours)).isFalse();
        assertThat(has(theirs)).isTrue();
    }

    @Test
    void everybody_sees_it_at_an_address_of_its_content_and_size() {
        MediaRef ref = ref(org, PICTURE);
        URI whole = media().publicUrl(ref, Optional.empty());
        URI small = media().publicUrl(ref, Optional.of(new Variant(400, 300)));

        assertThat(whole).isNotEqualTo(small).isEqualTo(media().publicUrl(ref, Optional.empty()));
        assertThat(whole.getPath()).contains(org.value()).contains(ref.sha256());
        assertThat(small.toString()).contains("400").contains("300").contains(ref.sha256());
    }
}
