# Writes composition.csv: texts and their normalization form C by Python's unicodedata, which is not ours.
import random, unicodedata, pathlib
rng = random.Random(7)
interesting = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000 and (unicodedata.decomposition(chr(c)) and not unicodedata.decomposition(chr(c)).startswith('<') or unicodedata.combining(chr(c)))]
bases = [ord(c) for c in 'aeiouAEIOUncsz'] + [0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x0B47, 0x0DD9, 0x4E2D, 0x915, 0x3C9]
marks = [c for c in interesting if unicodedata.combining(chr(c))]
lines = []
for c in interesting:
    lines.append([c])
for _ in range(3000):
    lines.append([rng.choice(bases + interesting)] + [rng.choice(marks + bases) if rng.random() < .8 else rng.choice(interesting) for _ in range(rng.randint(0, 5))])
code = lambda text: ' '.join(f'{ord(c):04X}' for c in text)
out = pathlib.Path(__file__).with_name('composition.csv')
out.write_text(''.join(f"{code(''.join(map(chr, l)))},{code(unicodedata.normalize('NFC', ''.join(map(chr, l))))}\n" for l in lines))
