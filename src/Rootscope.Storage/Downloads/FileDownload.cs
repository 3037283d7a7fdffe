using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Rootscope.Storage.Downloads;

/// <summary>Fetches one file over the net: resumed where it broke off, checked against all that is known of it, whole or not at all.</summary>
/// <remarks>
/// What comes is written beside the target, with <c>.part</c> behind its name, and becomes the target when it is whole and has the size and
/// the hash that are known; until then the target is as it was. A later call goes on where an earlier one stopped, where the server can
/// tell that the file is still the same (entity tag or date of change, RFC 9110, section 13.1.5) or a hash will tell it. Nothing is
/// fetched from an address without encryption but from this machine, and no answer leads from one scheme to the other.
/// </remarks>
public static class FileDownload
{
    /// <summary>A line that gets on by this much counts as one that works: the attempts are counted anew. Unit: bytes.</summary>
    private const long Headway = 1 << 16;

    /// <summary>Fetches a file.</summary>
    /// <param name="request">What, from where, and what is known of it.</param>
    /// <param name="progress">Told how far it is; null for nobody. It is called on the thread that reads.</param>
    /// <param name="cancellation">Stops at once; what has come stays for the next time.</param>
    /// <returns>The file with its hash. Where the target is there already and has the hash asked for, nothing is fetched.</returns>
    /// <exception cref="DownloadException">It could not be fetched: the message says what to do.</exception>
    /// <exception cref="ArgumentException">A number of the request is out of its range.</exception>
    public static async Task<DownloadedFile> GetAsync(
        DownloadRequest request,
        IProgress<DownloadProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Target) || request.Attempts < 1 || request.Stall < TimeSpan.FromMilliseconds(1))
        {
            throw new ArgumentException(
                $"A target, 1 or more attempts and a stall of 1 ms or more are needed, not '{request.Target}', {request.Attempts} and "
                    + $"{request.Stall}.",
                nameof(request)
            );
        }

        SafeLink.Require(request.Address);
        if (request.Hash is { } hash && File.Exists(request.Target) && FileHash.Of(hash.Algorithm, request.Target) == hash.Hex)
        {
            return new DownloadedFile
            {
                Path = Path.GetFullPath(request.Target),
                Size = new FileInfo(request.Target).Length,
                Sha256 = FileHash.Of(HashAlgorithmName.SHA256, request.Target),
                Resumed = new FileInfo(request.Target).Length,
            };
        }

        using var run = new Run(request, progress, cancellation);
        return await run.ToTheEndAsync().ConfigureAwait(false);
    }

    /// <summary>One file being fetched.</summary>
    private sealed class Run(DownloadRequest request, IProgress<DownloadProgress>? progress, CancellationToken cancellation) : IDisposable
    {
        private readonly PartFile _part = PartFile.Open(request);
        private readonly SafeLink _link = new(request);
        private readonly byte[] _buffer = new byte[1 << 16];
        private long _resumed = -1;
        private int _attempt;
        private bool _isMixed;

        public async Task<DownloadedFile> ToTheEndAsync()
        {
            int without = 0;
            while (true)
            {
                long before = _part.Length;
                _attempt++;
                try
                {
                    await OnceAsync().ConfigureAwait(false);
                    if (Finish() is { } file)
                    {
                        return file;
                    }

                    // Parts of two versions had been put together: once more from the beginning.
                    continue;
                }
                catch (BrokenOffException e)
                {
                    without = _part.Length - before >= Headway ? 0 : without + 1;
                    if (without >= request.Attempts)
                    {
                        throw new DownloadException(
                            DownloadFault.Unreachable,
                            request.Address,
                            $"{e.Message}, {request.Attempts} times in a row. {WhatHasCome()}",
                            e
                        );
                    }

                    TimeSpan pause = e.RetryAfter ?? (without == 0 ? TimeSpan.Zero : request.Pause * Math.Pow(2, without - 1));
                    await Task.Delay(pause, cancellation).ConfigureAwait(false);
                }
            }
        }

        public void Dispose()
        {
            _part.Dispose();
            _link.Dispose();
        }

        private string WhatHasCome() =>
            _part.Length > 0
                ? $"{Bytes.Of(_part.Length)} have come and stay beside the target: try again later, and it goes on from there."
                : "Nothing has come. Look whether this machine reaches the net, and try again.";

        private async Task OnceAsync()
        {
            long from = _part.Note is { } note && (note.IsTelling || request.Hash is not null) ? _part.Length : 0;
            _resumed = _resumed < 0 ? from : _resumed;
            using HttpResponseMessage answer = await _link.AskAsync(from, _part.Note?.Condition, cancellation).ConfigureAwait(false);
            if (answer.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                // All of it is there, or it has become shorter; the latter begins anew.
                if (_part.Note?.Total != from)
                {
                    _part.Drop();
                    throw new BrokenOffException("the server no longer has the part that was asked for");
                }

                return;
            }

            Take(answer, from);
            await ReceiveAsync(answer).ConfigureAwait(false);
        }

        /// <summary>Decides by the head of an answer whether its body goes behind what is there, or replaces it.</summary>
        private void Take(HttpResponseMessage answer, long from)
        {
            ContentRangeHeaderValue? range =
                answer.StatusCode == HttpStatusCode.PartialContent ? answer.Content.Headers.ContentRange : null;
            bool goesOn = answer.StatusCode == HttpStatusCode.PartialContent;
            PartNote now = PartNote.Of(request.Address, answer, goesOn ? range?.Length : answer.Content.Headers.ContentLength);
            if (goesOn && (from == 0 || range?.From != from))
            {
                throw Differs(
                    $"the server was asked for the bytes from {from} on and gives those from {range?.From?.ToString() ?? "nowhere"} on"
                );
            }

            if (answer.Content.Headers.ContentType?.MediaType == "text/html" && !request.Target.EndsWith("html", StringComparison.Ordinal))
            {
                throw Differs("the server gives a page to read where the file was");
            }

            if (answer.Content.Headers.ContentEncoding.Any(e => e != "identity"))
            {
                throw Differs("the server gives it packed, which was not asked for");
            }

            Check(now.Total);
            if (goesOn && _part.Note?.DifferenceFrom(now) is { } difference)
            {
                _part.Drop();
                throw new BrokenOffException($"the file changed while it was fetched ({difference})");
            }

            if (goesOn)
            {
                _isMixed = true;
            }
            else
            {
                _part.Begin(now);
                _isMixed = false;
                _resumed = 0;
            }

            _part.RequireRoom((now.Total ?? 0) - _part.Length);
        }

        private void Check(long? total)
        {
            if (total is { } length && request.Size is { } size && length != size)
            {
                throw Differs($"{Bytes.Of(size)} are expected and the server has {Bytes.Of(length)}");
            }

            RequireTaken(total ?? 0);
        }

        private void RequireTaken(long length)
        {
            if (length > request.LargestSize)
            {
                _part.Drop();
                throw new DownloadException(
                    DownloadFault.TooLarge,
                    request.Address,
                    $"it has {Bytes.Of(length)} or more, and no more than {Bytes.Of(request.LargestSize)} are taken. "
                        + "Fetch it by another way if it is what you want."
                );
            }
        }

        private async Task ReceiveAsync(HttpResponseMessage answer)
        {
            long? total = _part.Note?.Total;
            using Stream body = await _link.BodyAsync(answer, cancellation).ConfigureAwait(false);
            while (await _link.ReadAsync(body, _buffer, cancellation).ConfigureAwait(false) is var read and > 0)
            {
                RequireTaken(_part.Length + read);
                if (request.Size is { } size && _part.Length + read > size)
                {
                    throw Differs($"{Bytes.Of(size)} are expected and more come");
                }

                _part.Append(_buffer.AsSpan(0, read));
                progress?.Report(new DownloadProgress(_part.Length, total ?? request.Size, _attempt));
            }

            if (total is { } announced && _part.Length != announced)
            {
                throw new BrokenOffException($"the server announced {Bytes.Of(announced)} and gave {Bytes.Of(_part.Length)}");
            }
        }

        /// <summary>Checks what has come and gives it its name; null where it has to be fetched from the beginning once more.</summary>
        private DownloadedFile? Finish()
        {
            string sha = _part.Hash(HashAlgorithmName.SHA256);
            string? wrong =
                request.Size is { } size && size != _part.Length ? $"{Bytes.Of(size)} are expected and {Bytes.Of(_part.Length)} came"
                : request.Hash is not { } hash ? null
                : (hash.Algorithm == HashAlgorithmName.SHA256 ? sha : _part.Hash(hash.Algorithm)) is var found && found == hash.Hex ? null
                : $"its {hash.Algorithm.Name} is to be {hash.Hex} and is {found}";
            if (wrong is not null && _isMixed)
            {
                _part.Drop();
                _isMixed = false;
                return null;
            }

            if (wrong is not null)
            {
                throw Differs(wrong);
            }

            var file = new DownloadedFile
            {
                Path = Path.GetFullPath(request.Target),
                Size = _part.Length,
                Sha256 = sha,
                Modified = _part.Note?.Modified is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
                Resumed = _resumed,
            };
            _part.Keep();
            return file;
        }

        private DownloadException Differs(string what)
        {
            _part.Drop();
            return new(
                DownloadFault.Differs,
                request.Address,
                $"{what}. It was replaced there, or is broken on the way; nothing was kept. Look at the address: where there is a new version, "
                    + "the size and hash that are expected are to be taken from its publisher."
            );
        }
    }
}
