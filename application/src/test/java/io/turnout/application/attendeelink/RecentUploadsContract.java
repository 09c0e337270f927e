package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.LinkUploads.Beginning;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What everybody who keeps uploads shows of them to those who run the house.
public abstract class RecentUploadsContract {
    private final OrgId org = Ids.org();
    private final EventId event = Ids.event();

    protected abstract Storage storage();

    private UploadKey key(String message) {
        return new UploadKey(org, event, UploadId.of(event, message));
    }

    @Test
    void an_orgs_uploads_are_shown_the_newest_first_and_for_a_week() {
        LinkUploads uploads = storage().uploads();
        storage().welcome(org);
        assertThat(uploads.begin(key("message-1"))).isInstanceOf(Beginning.Begun.class);
        storage().elapse(Duration.ofDays(6));
        assertThat(uploads.begin(key("message-2"))).isInstanceOf(Beginning.Begun.class);

        assertThat(uploads.recent(org, 10))
                .extracting(LinkUpload::key)
                .containsExactly(key("message-2"), key("message-1"));
        assertThat(uploads.recent(org, 1)).hasSize(1);
        assertThat(uploads.recent(Ids.org(), 10)).isEmpty();
        storage().elapse(Duration.ofDays(3));
        assertThat(uploads.recent(org, 10)).hasSize(1);
    }
}
