package io.turnout.application.media;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.media.MediaRef;

/// Takes a picture of an org away, with its smaller ones. Repeats do no harm.
public record DeleteMedia(MediaStorage storage) {
    public Answer<MediaRef> delete(MediaRef ref) {
        return storage.delete(ref);
    }
}
