package io.turnout.domain.media;

/// The kinds of pictures that are shown. No SVG: that is a program.
public enum MediaType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp");

    private final String name;
    private final String extension;

    MediaType(String name, String extension) {
        this.name = name;
        this.extension = extension;
    }

    public String contentType() {
        return name;
    }

    public String extension() {
        return extension;
    }
}
