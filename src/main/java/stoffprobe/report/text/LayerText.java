package stoffprobe.report.text;

import java.util.List;
import stoffprobe.config.Layer;

/**
 * What a layer does, in lay words.
 *
 * @param in the shape that goes in
 * @param out the shape that comes out
 * @param image whether it sees the image, and not yet what other layers made of it
 * @param output whether this is the layer that answers
 */
record LayerText(List<Integer> in, List<Integer> out, boolean image, boolean output) {

  Bilingual meaning(Layer layer) {
    if (layer instanceof Layer.Flatten) {
      return flatten();
    }
    if (layer instanceof Layer.Dense) {
      return output ? answer() : dense();
    }
    if (layer instanceof Layer.Relu) {
      return new Bilingual(
          "Setzt negative Werte auf null. Erst dadurch kann das Netz mehr lernen als gerade"
              + " Trennlinien.",
          "Sets negative values to zero. Only this lets the network learn more than straight"
              + " dividing lines.");
    }
    if (layer instanceof Layer.Conv2d conv) {
      return convolution(conv);
    }
    if (layer instanceof Layer.MaxPool pool) {
      return Bilingual.of(
          "Behält aus jedem Feld von {0} × {0} den größten Wert. Die Karten werden kleiner, und die"
              + " nächste Schicht überblickt mit jedem Wert einen größeren Ausschnitt des Bildes"
              + " (rezeptives Feld).",
          "Keeps the largest value of each {0} × {0} window. The maps become smaller, and each value"
              + " of the next layer sees a larger part of the image (receptive field).",
          Numbers.whole(pool.size()));
    }
    if (layer instanceof Layer.AveragePool pool) {
      return Bilingual.of(
          "Ersetzt jedes Feld von {0} × {0} durch seinen Mittelwert. Die Karten werden kleiner.",
          "Replaces each {0} × {0} window by its mean. The maps become smaller.",
          Numbers.whole(pool.size()));
    }
    if (layer instanceof Layer.GlobalAveragePool) {
      return Bilingual.of(
          "Bildet den Mittelwert jeder der {0} Karten: Was ein Filter gefunden hat, zählt, wo es"
              + " war, nicht mehr.",
          "Takes the mean of each of the {0} maps: what a filter found counts, where it was no"
              + " longer does.",
          Numbers.whole(out.get(0)));
    }
    if (layer instanceof Layer.Dropout dropout) {
      return Bilingual.of(
          "Schaltet im Training zufällig {0} der Werte aus, damit sich das Netz auf kein einzelnes"
              + " Merkmal verlässt. Bei der Nutzung ohne Wirkung.",
          "Switches off a random {0} of the values in training, so that the network relies on no"
              + " single feature. Without effect in use.",
          Numbers.shortPercent(dropout.rate()));
    }
    return further(layer);
  }

  private Bilingual further(Layer layer) {
    if (layer instanceof Layer.LeakyRelu leaky) {
      return Bilingual.of(
          "Verkleinert negative Werte auf das {0}-Fache, statt sie wie ReLU ganz zu streichen.",
          "Shrinks negative values to {0} times their size instead of removing them as ReLU does.",
          Numbers.plain(leaky.slope()));
    }
    if (layer instanceof Layer.Activation activation) {
      return switch (activation.function()) {
        case ELU ->
            new Bilingual(
                "Lässt positive Werte, wie sie sind, und biegt negative sanft zu −1 hin.",
                "Leaves positive values as they are and bends negative ones gently towards −1.");
        case SIGMOID ->
            new Bilingual(
                "Drückt jeden Wert zwischen 0 und 1.", "Squeezes each value between 0 and 1.");
        case TANH ->
            new Bilingual(
                "Drückt jeden Wert zwischen −1 und 1.", "Squeezes each value between −1 and 1.");
      };
    }
    if (layer instanceof Layer.BatchNorm) {
      return Bilingual.of(
          "Bringt jede der {0} Größen über den Batch auf Mittelwert 0 und Streuung 1 und lernt dazu"
              + " Maßstab und Verschiebung. Bei der Nutzung gelten Mittelwerte aus dem Training.",
          "Brings each of the {0} quantities to mean 0 and deviation 1 over the batch and learns a"
              + " scale and a shift for it. In use, means from the training apply.",
          Numbers.whole(in.get(in.size() - 1)));
    }
    if (layer instanceof Layer.Residual residual) {
      return residual.shortcut().isEmpty()
          ? new Bilingual(
              "Ein Block mit Abkürzung: Zu dem, was seine Schichten ergeben, wird seine Eingabe"
                  + " addiert. Die Schichten lernen nur, was sich ändern soll.",
              "A block with a shortcut: its input is added to what its layers give. The layers"
                  + " learn only what should change.")
          : new Bilingual(
              "Ein Block mit Abkürzung: Was seine Schichten ergeben und was die Abkürzung ergibt,"
                  + " wird addiert.",
              "A block with a shortcut: what its layers give and what the shortcut gives are added"
                  + " up.");
    }
    return Bilingual.same(layer.word());
  }

  private Bilingual flatten() {
    if (image && in.get(2) > 1) {
      return Bilingual.of(
          "Legt die Zeilen des Bildes, von jedem Bildpunkt Rot, Grün und Blau, zu einer Liste von {0}"
              + " Zahlen hintereinander. Welche Bildpunkte Nachbarn waren, weiß das Netz danach nicht"
              + " mehr.",
          "Lays the rows of the image, of each pixel red, green and blue, end to end as one list of {0}"
              + " numbers. After that the network no longer knows which pixels were neighbours.",
          Numbers.whole(out.get(0)));
    }
    return in.size() == 3 && in.get(2) > 1
        ? Bilingual.of(
            "Legt die {0} Merkmalskarten von {1} als eine Liste von {2} Zahlen hintereinander.",
            "Lays the {0} feature maps of {1} end to end as one list of {2} numbers.",
            Numbers.whole(in.get(2)),
            Words.name(Words.shape(in.subList(0, 2))),
            Numbers.whole(out.get(0)))
        : Bilingual.of(
            "Legt die Zeilen des Bildes zu einer Liste von {0} Zahlen hintereinander. Welche"
                + " Bildpunkte Nachbarn waren, weiß das Netz danach nicht mehr.",
            "Lays the rows of the image end to end as one list of {0} numbers. After that the"
                + " network no longer knows which pixels were neighbours.",
            Numbers.whole(out.get(0)));
  }

  private Bilingual dense() {
    return Bilingual.of(
        "{0} Neuronen. Jedes gewichtet alle {1} Eingaben und bildet daraus ein Merkmal.",
        "{0} neurons. Each weighs all {1} inputs and makes one feature of them.",
        Numbers.whole(out.get(0)),
        Numbers.whole(in.stream().reduce(1, Math::multiplyExact)));
  }

  private Bilingual answer() {
    return Bilingual.of(
        "Die Ausgabeschicht: {0} Neuronen, eines je Klasse. Ihre Werte (Logits) werden in"
            + " Wahrscheinlichkeiten umgerechnet; die Klasse mit der höchsten ist die Antwort.",
        "The output layer: {0} neurons, one per class. Their values (logits) are turned into"
            + " probabilities; the class with the highest is the answer.",
        Numbers.whole(out.get(0)));
  }

  private Bilingual convolution(Layer.Conv2d conv) {
    Bilingual maps =
        in.get(2) == 1
            ? new Bilingual("das Bild", "the image")
            : Bilingual.of(
                "die {0} Merkmalskarten", "the {0} feature maps", Numbers.whole(in.get(2)));
    Bilingual input =
        image && in.get(2) > 1
            ? new Bilingual(
                "das Bild, über Rot, Grün und Blau zugleich",
                "the image, over red, green and blue at once")
            : maps;
    Bilingual filters =
        Bilingual.of(
            "{0} Filter von {1} × {1} Punkten gleiten über {2}. Jeder sucht überall dasselbe kleine"
                + " Muster und zeichnet eine Karte davon, wo es vorkommt.",
            "{0} filters of {1} × {1} points slide over {2}. Each looks for one small pattern"
                + " everywhere and draws a map of where it occurs.",
            Numbers.whole(conv.filters()),
            Numbers.whole(conv.kernel()),
            input);
    if (conv.stride() > 1) {
      return filters.then(
          Bilingual.of(
              "Die Filter rücken je {0} Punkte weiter; dadurch werden die Karten kleiner.",
              "The filters move {0} points at a time; this makes the maps smaller.",
              Numbers.whole(conv.stride())));
    }
    return conv.padding() == Layer.Padding.SAME
        ? filters.then(
            new Bilingual(
                "Nullen am Rand erhalten die Größe.", "Zeros around the border keep the size."))
        : filters;
  }
}
