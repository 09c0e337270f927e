package io.turnout.application.media;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import io.turnout.domain.media.Variant;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.Optional;

/// Where pictures of orgs are. No byte of them passes through us: a browser brings them with a
/// ticket, and gets them from a network that remembers them for a year.
public interface MediaStorage {
    /// A ticket for this upload and no other, for a quarter of an hour. Made here, so nobody is
    /// called. `Refused` for a variant where those are made on demand.
    Answer<UploadTicket> uploadTicket(Upload upload);

    /// Where everybody sees it. Whether it is there, nobody is asked.
    URI publicUrl(MediaRef ref, Optional<Variant> variant);

    /// Deletes one with its variants. Of what is gone already, that is the answer too.
    Answer<MediaRef> delete(MediaRef ref);

    /// Deletes all of an org.
    Answer<OrgId> deleteAll(OrgId org);
}
