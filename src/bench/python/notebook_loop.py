"""The workshop notebook's own training loop, timed epoch by epoch.

    python3 notebook_loop.py mlp|cnn ARRAYS EPOCHS

ARRAYS is the folder 3-preprocess of a run. Everything is done as the notebook does it: torchvision's
FashionMNIST, a transform an image at a time in the DataLoader's collate function, batches of 64,
Adam, and after every epoch the scores of each test batch by scikit-learn. Only the data come from
ARRAYS instead of a download. Prints a line an epoch: model=... epoch=... train_seconds=...
test_seconds=...
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import accuracy_score, f1_score
from torch import nn, optim
from torch.nn import functional as F
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

BATCH = 64
NORMALISE = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(28 * 28, 256)
        self.fc2 = nn.Linear(256, 128)
        self.fc3 = nn.Linear(128, 10)

    def forward(self, x):
        x = x.view(-1, 28 * 28)
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        return self.fc3(x)


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, 1, padding=1)
        self.conv2 = nn.Conv2d(32, 64, 3, 1, padding=1)
        self.fc1 = nn.Linear(7 * 7 * 64, 128)
        self.fc2 = nn.Linear(128, 10)
        self.pool = nn.MaxPool2d(2, 2)
        self.dropout = nn.Dropout(0.25)

    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = self.dropout(torch.flatten(x, 1))
        x = F.relu(self.fc1(x))
        return self.fc2(x)


def write_idx(array, file):
    """Writes a uint8 array as the IDX file that torchvision reads."""
    header = bytes([0, 0, 8, array.ndim]) + b"".join(n.to_bytes(4, "big") for n in array.shape)
    file.write_bytes(header + array.tobytes())


def data_sets(arrays, root):
    """Puts the arrays where torchvision expects its download; returns training and test set."""
    raw = Path(root) / "FashionMNIST" / "raw"
    raw.mkdir(parents=True)
    for split, name in (("train", "train"), ("test", "t10k")):
        write_idx(np.load(arrays / f"{split}-images.npy"), raw / f"{name}-images-idx3-ubyte")
        write_idx(np.load(arrays / f"{split}-labels.npy"), raw / f"{name}-labels-idx1-ubyte")
    return [datasets.FashionMNIST(root=root, train=train, download=False) for train in (True, False)]


def transformed(examples):
    """A batch, transformed an image at a time."""
    images, labels = zip(*[(NORMALISE(image), label) for image, label in examples])
    return torch.stack(images), torch.tensor(labels, dtype=torch.long)


def train(model, loader, loss_function, optimizer):
    model.train()
    running_loss = 0
    for images, labels in loader:
        optimizer.zero_grad()
        loss = loss_function(model(images), labels)
        loss.backward()
        optimizer.step()
        running_loss += loss.item()
    return running_loss / len(loader)


def evaluate(model, loader, loss_function):
    loss, f1, accuracy = 0, 0, 0
    model.eval()
    with torch.no_grad():
        for images, labels in loader:
            log_ps = model(images)
            loss += loss_function(log_ps, labels).item()
            _, top_class = torch.exp(log_ps).topk(1, dim=1)
            predictions = top_class.view(-1).numpy()
            true = labels.view(-1).numpy()
            f1 += f1_score(true, predictions, average="macro")
            accuracy += accuracy_score(true, predictions)
    return loss / len(loader), f1 / len(loader), accuracy / len(loader)


def main(name, arrays, epochs):
    with tempfile.TemporaryDirectory() as root:
        train_data, test_data = data_sets(Path(arrays), root)
    train_loader = DataLoader(train_data, batch_size=BATCH, shuffle=True, collate_fn=transformed)
    test_loader = DataLoader(test_data, batch_size=BATCH, shuffle=False, collate_fn=transformed)
    model = {"mlp": Mlp, "cnn": Cnn}[name]()
    loss_function = nn.CrossEntropyLoss()
    optimizer = optim.Adam(model.parameters(), lr=0.001)
    for epoch in range(1, int(epochs) + 1):
        start = time.perf_counter()
        train_loss = train(model, train_loader, loss_function, optimizer)
        trained = time.perf_counter()
        test_loss, f1, accuracy = evaluate(model, test_loader, loss_function)
        tested = time.perf_counter()
        print(
            f"model={name} epoch={epoch} train_seconds={trained - start:.3f}"
            f" test_seconds={tested - trained:.3f} train_loss={train_loss:.4f}"
            f" test_loss={test_loss:.4f} f1={f1:.4f} accuracy={accuracy:.4f}"
            f" pytorch={torch.__version__} threads={torch.get_num_threads()}",
            flush=True,
        )


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
