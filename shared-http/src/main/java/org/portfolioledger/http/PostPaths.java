package org.portfolioledger.http;

/** Knows the paths at which something can be sent: whoever asks there in another way is told so. */
@FunctionalInterface
public interface PostPaths {

    /** Whether a POST to the path is taken. */
    boolean take(String path);
}
