package org.portfolioledger.query.answer;

import org.portfolioledger.http.StreamedBody;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** An answer whose body shows a view: by that type the path is described. */
public final class Answer<V extends Record> extends ResponseEntity<Object> {

    private final transient V view;

    private Answer(V view, Object body, HttpHeaders headers, HttpStatus status) {
        super(body, headers, status);
        this.view = view;
    }

    /** An answer that shows a view. */
    static <V extends Record> Answer<V> showing(V view, byte[] body, HttpHeaders headers) {
        return new Answer<>(view, body, headers, HttpStatus.OK);
    }

    /** An answer that begins with a view, and is sent while it is made. */
    static <V extends Record> Answer<V> streaming(V view, StreamedBody body, HttpHeaders headers) {
        return new Answer<>(view, body, headers, HttpStatus.OK);
    }

    /** That the caller holds the view already. */
    static <V extends Record> Answer<V> unchanged(V view, HttpHeaders headers) {
        return new Answer<>(view, new byte[0], headers, HttpStatus.NOT_MODIFIED);
    }

    /** What is shown. */
    public V view() {
        return view;
    }
}
