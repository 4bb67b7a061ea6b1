package org.example.architecture;

/** Asks its source and tells its listener. */
class Repository {
    private final Source source;

    Repository(Source source) {
        this.source = source;
    }

    void load(Listener listener) {
        listener.onLoaded(source.read());
    }

    interface Source {
        String read();
    }

    interface Listener {
        void onLoaded(String text);
    }
}
