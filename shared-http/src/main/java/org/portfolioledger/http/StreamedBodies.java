package org.portfolioledger.http;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.util.WebUtils;

/** Hands the parts of a {@link StreamedBody} over to the thread that sends them. */
final class StreamedBodies implements HttpMessageConverter<StreamedBody> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType media) {
        return StreamedBody.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public StreamedBody read(Class<? extends StreamedBody> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("no body is read as a stream", message);
    }

    @Override
    public void write(StreamedBody body, @Nullable MediaType type, HttpOutputMessage message) throws IOException {
        ServletServerHttpResponse response = (ServletServerHttpResponse) message;
        if (type != null && response.getHeaders().getContentType() == null)
            response.getHeaders().setContentType(type);
        // The headers alone.
        response.flush();
        Objects.requireNonNull(WebUtils.getNativeResponse(response.getServletResponse(), PendingAnswer.Buffer.class))
                .stream(body);
    }
}
