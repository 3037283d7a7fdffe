using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Rootscope.Storage.Downloads;

/// <summary>Asks a server for a file: encrypted unless it is on this machine, with time-outs, and never led astray.</summary>
internal sealed class SafeLink : IDisposable
{
    private const int MostRedirects = 10;

    /// <summary>Less than this in the time of a stall counts as nothing. Unit: bytes.</summary>
    private const int Trickle = 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly DownloadRequest _request;
    private readonly HttpClient _client;
    private CancellationTokenSource? _stall;
    private int _sinceHeard;

    public SafeLink(DownloadRequest request)
    {
        _request = request;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = !request.Address.IsLoopback,
            ConnectTimeout = request.Stall,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(
            new ProductInfoHeaderValue("rootscope", typeof(SafeLink).Assembly.GetName().Version?.ToString(3))
        );
        _client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
    }

    /// <summary>Refuses an address that is not fetched from.</summary>
    public static void Require(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!IsSafe(address))
        {
            throw new DownloadException(
                DownloadFault.Address,
                address,
                "files are fetched from addresses that begin with https://, and with http:// from this machine alone. Take such an address."
            );
        }

        if (address.UserInfo.Length > 0)
        {
            throw new DownloadException(
                DownloadFault.Address,
                new UriBuilder(address) { UserName = string.Empty, Password = string.Empty }.Uri,
                "the address holds a name or a password, which would be written down with it. Take an address without."
            );
        }
    }

    /// <summary>Asks for a file from a byte on.</summary>
    /// <exception cref="BrokenOffException">It may go well another time.</exception>
    public async Task<HttpResponseMessage> AskAsync(long from, RangeConditionHeaderValue? condition, CancellationToken cancellation)
    {
        Uri address = _request.Address;
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, address);
            if (from > 0)
            {
                question.Headers.Range = new RangeHeaderValue(from, to: null);
                question.Headers.IfRange = condition;
            }

            HttpResponseMessage answer = await GuardAsync(
                    token => _client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, token),
                    cancellation
                )
                .ConfigureAwait(false);
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                return answer;
            }

            using (answer)
            {
                address = Next(answer, address) ?? throw Refusal(answer);
            }
        }

        throw new DownloadException(
            DownloadFault.Address,
            _request.Address,
            $"it leads on more than {MostRedirects} times. Look at it in a browser."
        );
    }

    public Task<Stream> BodyAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        _sinceHeard = 0;
        return GuardAsync(token => answer.Content.ReadAsStreamAsync(token), cancellation);
    }

    /// <summary>Reads what comes next; 0 at the end.</summary>
    /// <exception cref="BrokenOffException">The line broke, or stood still.</exception>
    public async Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation)
    {
        int read = await GuardAsync(token => body.ReadAsync(buffer, token).AsTask(), cancellation, isGoingOn: true).ConfigureAwait(false);
        _sinceHeard += read;
        if (_sinceHeard >= Trickle)
        {
            _sinceHeard = 0;
            Calm();
        }

        return read;
    }

    public void Dispose()
    {
        Calm();
        _client.Dispose();
    }

    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    /// <summary>Where an answer leads on to; null where it does not.</summary>
    private Uri? Next(HttpResponseMessage answer, Uri address)
    {
        if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } place)
        {
            return null;
        }

        var next = new Uri(address, place);
        return IsSafe(next) && next.Scheme == address.Scheme
            ? next
            : throw new DownloadException(
                DownloadFault.Address,
                _request.Address,
                $"it leads on to {next}, which is of another scheme. That is not followed; look whether the address is the right one."
            );
    }

    private Exception Refusal(HttpResponseMessage answer)
    {
        int code = (int)answer.StatusCode;
        string says = string.Create(CultureInfo.InvariantCulture, $"the server answers {code} {answer.ReasonPhrase}").TrimEnd();
        return code switch
        {
            404 or 410 => new DownloadException(
                DownloadFault.NotThere,
                _request.Address,
                $"{says}: the file is not there any more. Its publisher may have moved it; look for its new address there."
            ),
            408 or 425 or 429 or >= 500 => new BrokenOffException(says) { RetryAfter = Wait(answer.Headers.RetryAfter) },
            401 or 403 => new DownloadException(
                DownloadFault.Refused,
                _request.Address,
                $"{says}: the publisher asks for a sign-in or a consent. Fetch it with a browser."
            ),
            _ => new DownloadException(DownloadFault.Refused, _request.Address, $"{says}. Look at the address in a browser."),
        };
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? after) =>
        after?.Delta is { } wait ? (wait < LongestWait ? wait : LongestWait) : null;

    private async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation, bool isGoingOn = false)
    {
        if (!isGoingOn)
        {
            Calm();
        }

        CancellationToken token = Watch(cancellation);
        try
        {
            return await work(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            Calm();
            throw new BrokenOffException($"the server stood still for {_request.Stall.TotalSeconds:0.###} s", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Calm();
            throw new BrokenOffException($"the line broke ({(e.InnerException ?? e).Message.TrimEnd('.')})", e);
        }
    }

    /// <summary>What ends a wait that takes too long, counted from the last time that something came.</summary>
    private CancellationToken Watch(CancellationToken cancellation)
    {
        if (_stall is null)
        {
            _stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            _stall.CancelAfter(_request.Stall);
        }

        return _stall.Token;
    }

    private void Calm()
    {
        _stall?.Dispose();
        _stall = null;
    }
}
