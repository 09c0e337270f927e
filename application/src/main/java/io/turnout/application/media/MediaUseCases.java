package io.turnout.application.media;

/// What can be asked about pictures.
public record MediaUseCases(OfferMedia offer, DeleteMedia delete) {
    public static MediaUseCases over(MediaStorage storage) {
        return new MediaUseCases(new OfferMedia(storage), new DeleteMedia(storage));
    }
}
