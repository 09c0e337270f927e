package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.media.OfferMedia;
import io.turnout.domain.media.UploadTicket;
import java.util.Map;

/// Where a picture will be seen, and how it is brought there.
public record MediaView(String url, UploadView upload) implements View {
    static MediaView of(OfferMedia.Offer offer) {
        return new MediaView(offer.url().toString(), UploadView.of(offer.ticket()));
    }

    /// What to send, where and until when. PUT: the bytes are the body; POST: they are the part
    /// `file` of a form with these fields. The address and the fields let in whoever has them.
    public record UploadView(
            String method,
            String url,
            Map<String, String> headers,
            Map<String, String> fields,
            String expiresAt) {
        static UploadView of(UploadTicket ticket) {
            return new UploadView(
                    ticket.method(),
                    ticket.url().toString(),
                    ticket.headers(),
                    ticket.fields(),
                    ticket.expiresAt().toString());
        }

        @Override
        public String toString() {
            return "UploadView[" + method + "]";
        }
    }
}
