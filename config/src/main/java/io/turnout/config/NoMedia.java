package io.turnout.config;

import io.turnout.application.media.MediaStorage;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import io.turnout.domain.media.Variant;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.Optional;

/// A stack whose settings name no place for pictures: everything is `Refused`.
final class NoMedia implements MediaStorage {
    private static final URI NOWHERE = URI.create("about:blank");

    private static <T> Answer<T> refused() {
        return Answer.failed(new Failure.Refused("this stack keeps no pictures"));
    }

    @Override
    public Answer<UploadTicket> uploadTicket(Upload upload) {
        return refused();
    }

    @Override
    public URI publicUrl(MediaRef ref, Optional<Variant> variant) {
        return NOWHERE;
    }

    @Override
    public Answer<MediaRef> delete(MediaRef ref) {
        return refused();
    }

    @Override
    public Answer<OrgId> deleteAll(OrgId org) {
        return refused();
    }
}
