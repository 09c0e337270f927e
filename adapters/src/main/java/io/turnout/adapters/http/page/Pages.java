package io.turnout.adapters.http.page;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/// Fills templates, which escape whatever they are given, and says to browsers what a page of ours
/// may do: nothing but what we serve ourselves, and never be framed or passed on. A page is stored
/// by nobody unless it is the same for everybody.
public final class Pages {
    private static final String HTML = "text/html;charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /// Changes when what event pages are made with does, so that no cache shows them as they were.
    static final String LOOK = look();

    private final Configuration templates;

    private Pages(TemplateLoader loader) {
        templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setTemplateLoader(loader);
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        templates.setLogTemplateExceptions(false);
        templates.setLocalizedLookup(false);
        templates.setNumberFormat("computer");
    }

    /// The templates of this package.
    public static Pages ours() {
        return new Pages(new ClassTemplateLoader(Pages.class, ""));
    }

    /// The templates beside `home`, which may use ours.
    public static Pages beside(Class<?> home) {
        return new Pages(
                new MultiTemplateLoader(
                        new TemplateLoader[] {
                            new ClassTemplateLoader(home, ""),
                            new ClassTemplateLoader(Pages.class, "")
                        }));
    }

    /// The page `name`.ftlh, which sees what it shows as `page`.
    public Response.ResponseBuilder show(int status, String name, Object page) {
        return dressed(status, name, page).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /// The page `name`.ftlh for whoever asks, since it holds nothing of anybody: it says nothing
    /// yet of who may keep it.
    Response.ResponseBuilder open(String name, Object page) {
        return dressed(200, name, page);
    }

    private Response.ResponseBuilder dressed(int status, String name, Object page) {
        return Response.status(status)
                .entity(text(name, page).getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "DENY");
    }

    private static String look() {
        CRC32 sum = new CRC32();
        for (String name : List.of("layout.ftlh", "form.ftlh", "event.ftlh", "checkout.ftlh")) {
            try (InputStream file = Pages.class.getResourceAsStream(name)) {
                sum.update(Objects.requireNonNull(file, name).readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return Assets.VERSION + Long.toHexString(sum.getValue());
    }

    private String text(String name, Object page) {
        try {
            StringWriter text = new StringWriter();
            templates
                    .getTemplate(name + ".ftlh")
                    .process(Map.of("page", page, "assets", Assets.VERSION), text);
            return text.toString();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (TemplateException wrong) {
            throw new IllegalStateException("the page " + name + " does not fit", wrong);
        }
    }
}
