package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.LinkUploads.Beginning;
import io.turnout.application.attendeelink.LinkUploads.Claiming;
import io.turnout.application.attendeelink.LinkUploads.Progress;
import io.turnout.application.attendeelink.LinkUploadsContract;
import io.turnout.application.attendeelink.UploadClaim;
import io.turnout.application.attendeelink.UploadPart;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.event.EventId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLinkUploadsTest extends LinkUploadsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Test
    void nothing_is_begun_or_kept_for_an_org_that_is_not_at_home_here() {
        EventId event = Ids.event();
        UploadKey key = new UploadKey(Ids.org(), event, UploadId.of(event, "m"));

        assertThat(POSTGRES.uploads().begin(key)).isEqualTo(new Beginning.Elsewhere());
        assertThat(POSTGRES.uploads().claim(key)).isEqualTo(new Claiming.Elsewhere());
        assertThat(
                        POSTGRES.uploads()
                                .keep(
                                        new UploadClaim(key, 1),
                                        new UploadPart(1, List.of(), List.of(), 0)))
                .isEqualTo(Progress.ELSEWHERE);
    }
}
