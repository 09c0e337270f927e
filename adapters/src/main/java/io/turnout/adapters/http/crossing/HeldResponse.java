package io.turnout.adapters.http.crossing;

import io.turnout.adapters.http.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Keeps one answer back: that nothing was kept, since the org is not written here now. All others
/// go through as they come.
final class HeldResponse extends Response.Wrapper {
    private final HttpFields before;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean begun;
    private boolean held;
    private boolean ended;

    HeldResponse(Request request, Response response) {
        super(request, response);
        this.before = HttpFields.build(response.getHeaders()).asImmutable();
    }

    boolean isHeld() {
        return held;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        if (!begun) {
            begun = true;
            held = getHeaders().contains(ProblemType.MOVING_HEADER);
        }
        if (!held) {
            super.write(last, content, callback);
            return;
        }
        if (content != null) {
            body.writeBytes(BufferUtil.toArray(content));
            BufferUtil.clear(content);
        }
        ended |= last;
        callback.succeeded();
    }

    @Override
    public boolean isCommitted() {
        return held || super.isCommitted();
    }

    @Override
    public boolean hasLastWrite() {
        return held ? ended : super.hasLastWrite();
    }

    /// Makes room for another answer.
    void drop() {
        HttpFields.Mutable headers = getWrapped().getHeaders();
        var _ = headers.clear();
        before.forEach(headers::add);
    }

    /// Says it after all.
    void release(Callback callback) {
        var _ = getWrapped().getHeaders().remove(ProblemType.MOVING_HEADER);
        getWrapped().write(true, ByteBuffer.wrap(body.toByteArray()), callback);
    }
}
