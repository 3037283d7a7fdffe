using System.Text;
using System.Text.Unicode;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Text;

/// <summary>
/// Any text as UTF-8 without its mark. Bytes pass as they are while they are ASCII or UTF-8; where the first others are met, they tell the
/// encoding, and the rest is decoded.
/// </summary>
/// <remarks>
/// Nothing is replaced in silence: bytes that no encoding explains are a fault with their line. Cost: one vectorised look at each block;
/// decoding only where it is needed. Memory: two blocks.
/// </remarks>
internal sealed class DecodedStream : Stream
{
    private const int BlockSize = 1 << 16;

    /// <summary>What a decoded stream is in. Broken bytes do not come this far.</summary>
    internal static readonly UTF8Encoding Utf8Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Stream _inner;
    private readonly string _path;

    /// <summary>Bytes that were peeked and come again, from <see cref="_from"/> to <see cref="_to"/>.</summary>
    private byte[] _ready = [];

    private int _from;
    private int _to;

    /// <summary>Bytes of the start that were looked at and are still to be read.</summary>
    private ReadOnlyMemory<byte> _start;

    /// <summary>Decoded bytes that did not fit.</summary>
    private ReadOnlyMemory<byte> _waiting;

    private bool _finished;
    private State _state;
    private bool _ended;
    private Decoder? _decoder;
    private char[] _chars = [];

    /// <summary>Bytes at the end of a block that begin a character of UTF-8 and do not end it.</summary>
    private byte[] _begun = [];

    private long _passed;

    public DecodedStream(Stream inner, string path)
    {
        (_inner, _path) = (inner, path);
        Begin();
    }

    private enum State
    {
        /// <summary>Nothing but ASCII so far.</summary>
        Ascii,

        /// <summary>UTF-8, as bytes told.</summary>
        Utf8,

        /// <summary>UTF-8, as a mark or earlier bytes told: other bytes are a fault.</summary>
        Decoding,
    }

    /// <summary>How the text is encoded, as far as it is known; null for ASCII and UTF-8.</summary>
    public string? EncodingName { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    /// <summary>The length of the file in its own encoding.</summary>
    public override long Length => _inner.Length;

    public override long Position
    {
        get => throw new NotSupportedException("Text is read from front to back.");
        set => throw new NotSupportedException("Text is read from front to back.");
    }

    /// <summary>The first bytes, which come again: at least so many, or all.</summary>
    public ReadOnlySpan<byte> Peek(int bytes)
    {
        while (_to - _from < bytes && !_finished)
        {
            Grow(Math.Max(bytes, BlockSize));
            _to += ReadBlock(_ready.AsSpan(_to));
        }

        return _ready.AsSpan(_from, Math.Min(bytes, _to - _from));
    }

    /// <summary>Passes over bytes that were peeked.</summary>
    public void Skip(int bytes) => _from += bytes;

    public override int Read(Span<byte> buffer)
    {
        if (_from < _to)
        {
            int length = Math.Min(buffer.Length, _to - _from);
            _ready.AsSpan(_from, length).CopyTo(buffer);
            _from += length;
            return length;
        }

        return buffer.IsEmpty ? 0 : ReadBlock(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("Text is read from front to back.");

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException("A source is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A source is only read.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Looks for a mark at the start, and for the zeros of UTF-16 without one.</summary>
    private void Begin()
    {
        Span<byte> start = stackalloc byte[256];
        int length = _inner.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        start = start[..length];
        (Encoding? Encoding, string Name, int Length)? marked = TextEncodings.MarkOf(start);
        _start = start[(marked?.Length ?? 0)..].ToArray();
        _passed = marked?.Length ?? 0;
        if (marked is { Encoding: { } encoding })
        {
            DecodeFrom(encoding, marked.Value.Name);
        }
        else if (marked is null && TextEncodings.Utf16Of(start) is { } sixteen)
        {
            DecodeFrom(sixteen, "UTF-16");
        }
    }

    /// <summary>The next bytes of the file as it is.</summary>
    private int ReadInner(Span<byte> buffer)
    {
        if (_start.IsEmpty)
        {
            return _inner.Read(buffer);
        }

        int length = Math.Min(buffer.Length, _start.Length);
        _start.Span[..length].CopyTo(buffer);
        _start = _start[length..];
        return length;
    }

    private void DecodeFrom(Encoding encoding, string name)
    {
        _state = State.Decoding;
        _decoder = encoding.GetDecoder();
        EncodingName = name;
        ReadingNotes.Tell($"{Path.GetFileName(_path)} is read as {name}.");
    }

    /// <summary>The next bytes of UTF-8 into a buffer that is not empty; 0 at the end.</summary>
    private int ReadBlock(Span<byte> buffer)
    {
        while (_waiting.IsEmpty && !_ended)
        {
            if (_state == State.Decoding)
            {
                Decode(null);
            }
            else if (buffer.Length < 16)
            {
                // Too small a buffer for what a character may leave over.
                var block = new byte[BlockSize];
                _waiting = block.AsMemory(0, Pass(block));
            }
            else if (Pass(buffer) is > 0 and int passed)
            {
                return passed;
            }
        }

        int length = Math.Min(buffer.Length, _waiting.Length);
        _waiting.Span[..length].CopyTo(buffer);
        _waiting = _waiting[length..];
        _finished = length == 0;
        return length;
    }

    /// <summary>Reads into a buffer what is ASCII or UTF-8; 0 where nothing was, or where it has to be decoded.</summary>
    private int Pass(Span<byte> buffer)
    {
        int begun = _begun.Length;
        _begun.CopyTo(buffer);
        _begun = [];
        int read = ReadInner(buffer[begun..]);
        _ended = read == 0;
        Span<byte> block = buffer[..(begun + read)];
        if (_state == State.Ascii && Ascii.IsValid(block))
        {
            _passed += block.Length;
            return block.Length;
        }

        return PassOrDecode(block);
    }

    /// <summary>A block that holds more than ASCII: passed on where it is UTF-8, told by all that is known otherwise.</summary>
    private int PassOrDecode(Span<byte> block)
    {
        int whole = _ended ? block.Length : WholeCharacters(block);
        if (Utf8.IsValid(block[..whole]))
        {
            _begun = block[whole..].ToArray();
            _state = Ascii.IsValid(block) ? _state : State.Utf8;
            _passed += whole;
            return whole;
        }

        if (_state == State.Utf8)
        {
            throw NotUtf8(_passed + FirstFault(block));
        }

        // All before was ASCII, which is the same in every encoding: the rest is told by a longer piece of it.
        byte[] sample = new byte[Math.Max(BlockSize, block.Length)];
        block.CopyTo(sample);
        int length = block.Length;
        for (int more = 1; !_ended && more > 0 && length < sample.Length; length += more)
        {
            more = ReadInner(sample.AsSpan(length));
        }

        byte[] seen = sample[..length];

        // Where most is UTF-8 all the same, a character is broken: another encoding would spoil the rest.
        if (TextEncodings.IsMostlyUtf8(seen) || TextEncodings.Of(seen) is not { } told)
        {
            throw NotUtf8(_passed + FirstFault(seen));
        }

        DecodeFrom(told.Encoding, told.Name);
        _ended = false;
        Decode(seen);
        return 0;
    }

    /// <summary>Decodes given bytes, or the next of the file; what comes of it waits.</summary>
    private void Decode(byte[]? given)
    {
        byte[] bytes = given ?? new byte[BlockSize];
        int length = given?.Length ?? ReadInner(bytes);
        _ended = given is null && length == 0;
        if (_chars.Length < length + 16)
        {
            _chars = new char[length + 16];
        }

        try
        {
            int chars = _decoder!.GetChars(bytes.AsSpan(0, length), _chars, flush: _ended);
            var text = new byte[Encoding.UTF8.GetMaxByteCount(chars)];
            _waiting = text.AsMemory(0, Utf8Text.GetBytes(_chars.AsSpan(0, chars), text));
            _passed += length;
        }
        catch (DecoderFallbackException e)
        {
            throw new TableException(
                $"{_path}, line {LineOf(_passed)}",
                $"is not in {EncodingName} as the text before it. Save the file as UTF-8.",
                e
            );
        }
        catch (EncoderFallbackException e)
        {
            throw new TableException($"{_path}, line {LineOf(_passed)}", $"is broken text in {EncodingName}. Save the file as UTF-8.", e);
        }
    }

    /// <summary>Makes room behind what is ready.</summary>
    private void Grow(int room)
    {
        if (_ready.Length - _to >= room)
        {
            return;
        }

        var larger = new byte[_to - _from + room];
        _ready.AsSpan(_from, _to - _from).CopyTo(larger);
        (_ready, _from, _to) = (larger, 0, _to - _from);
    }

    /// <summary>The length without a character at the end that is begun only.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> block)
    {
        for (int back = 1; back <= 3 && back <= block.Length; back++)
        {
            byte b = block[^back];
            if (b < 0x80)
            {
                break;
            }

            if (b >= 0xC0)
            {
                int needed =
                    b >= 0xF0 ? 4
                    : b >= 0xE0 ? 3
                    : 2;
                return needed > back ? block.Length - back : block.Length;
            }
        }

        return block.Length;
    }

    /// <summary>The place of the first byte that is not UTF-8.</summary>
    private static int FirstFault(ReadOnlySpan<byte> block)
    {
        int at = 0;
        while (at < block.Length)
        {
            if (Rune.DecodeFromUtf8(block[at..], out _, out int used) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += used;
        }

        return at;
    }

    private TableException NotUtf8(long at) =>
        new(
            $"{_path}, line {LineOf(at)}",
            "is not in UTF-8, and its bytes do not tell which encoding it is in. Save the file as UTF-8: in Excel as 'CSV UTF-8'."
        );

    private long LineOf(long bytes)
    {
        using var again = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var block = new byte[BlockSize];
        long line = 1;
        for (int read; bytes > 0 && (read = again.Read(block, 0, (int)Math.Min(block.Length, bytes))) > 0; bytes -= read)
        {
            line += block.AsSpan(0, read).Count((byte)'\n');
        }

        return line;
    }
}
