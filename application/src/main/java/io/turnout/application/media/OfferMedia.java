package io.turnout.application.media;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import java.net.URI;

/// Lets an org bring a picture to where pictures are kept, past us (A9). Changes nothing: what is
/// never brought was never there.
public record OfferMedia(MediaStorage storage) {
    /// A ticket to bring it, and where everybody sees it from then on.
    public record Offer(UploadTicket ticket, URI url) {}

    public Answer<Offer> offer(Upload upload) {
        return storage.uploadTicket(upload)
                .map(
                        ticket ->
                                new Offer(
                                        ticket, storage.publicUrl(upload.ref(), upload.variant())));
    }
}
