package stoffprobe.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stoffprobe.config.DatasetSettings;

/**
 * Where source files may come from on this machine.
 *
 * @param data {@code --data}
 * @param cache the user's
 * @param downloads what fetches over HTTP
 * @param commands what runs apt-get and dpkg-deb
 */
public record Locations(Optional<Path> data, Cache cache, Downloads downloads, Commands commands) {

  /** All places for a data set, in the order in which they are asked. */
  public List<Source> inOrder(DatasetSettings.Sources settings) {
    List<Source> sources = new ArrayList<>();
    data.ifPresent(folder -> sources.add(new FolderSource(Source.Kind.DATA, folder)));
    sources.add(new FolderSource(Source.Kind.CACHE, cache.folder()));
    settings.folders().forEach(folder -> sources.add(new FolderSource(Source.Kind.FOLDER, folder)));
    settings.download().ifPresent(address -> sources.add(new DownloadSource(address, downloads)));
    settings.debianPackage().ifPresent(name -> sources.add(new DebianSource(name, commands)));
    return List.copyOf(sources);
  }
}
