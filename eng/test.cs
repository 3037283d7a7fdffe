// Builds the solution, installs what the tests need where it can, runs every test and ends with "N passed, N failed".
//     dotnet run eng/test.cs [-- [--no-install] [FILTER]]
// FILTER is a part of a class name. Exit code 0 only if everything was built and nothing failed.
// On Debian, as root, missing packages are installed by apt-get, after a line that names them; with --no-install, for other users and on
// other systems nothing is installed, and tests that need what is missing are skipped with the reason.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

string root = Path.GetFullPath(Path.Combine(Here(), ".."));
string results = Path.Combine(root, "artifacts", "tests");
Directory.CreateDirectory(results);
bool mayInstall = !args.Contains("--no-install");
string? filter = args.FirstOrDefault(a => !a.StartsWith('-'));
using var servers = new Servers(root, mayInstall);

// Ctrl-C ends what was started here, and then this.
Console.CancelKeyPress += (_, _) => servers.Dispose();
AppDomain.CurrentDomain.ProcessExit += (_, _) => servers.Dispose();

// What is installed comes over the net while the compiler works.
Task starting = Task.Run(servers.Start);
bool isBuilt = Run("dotnet", ["build", Path.Combine(root, "Rootscope.slnx"), "-c", "Release", "-nologo", "-v", "q"]) == 0;
await starting;
if (!isBuilt)
{
    Console.WriteLine("the build failed; no test was run");
    return 1;
}

int passed = 0,
    failed = 0,
    skipped = 0;
var seconds = new Dictionary<string, decimal>(StringComparer.Ordinal);
var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
foreach (
    string project in Directory.GetFiles(Path.Combine(root, "tests"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
)
{
    string name = Path.GetFileNameWithoutExtension(project);
    string folder = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0");
    string report = Path.Combine(results, name + ".xml");
    File.Delete(report);
    List<string> arguments = [Path.Combine(folder, name + ".dll"), "-result-xml", report, "-noLogo"];
    if (filter is not null)
    {
        arguments.AddRange(["-class", $"*{filter}*"]);
    }

    int code = Run("dotnet", arguments);
    if (!File.Exists(report))
    {
        Console.WriteLine($"{name}: the run ended with code {code} and wrote no report");
        failed++;
        continue;
    }

    Count(XDocument.Load(report), name, code);
}

// The slowest classes first; what takes less than a tenth of a second is summed up.
const decimal WorthALine = 0.1m;
foreach (
    (string name, decimal time) in seconds
        .Where(c => c.Value >= WorthALine)
        .OrderByDescending(c => c.Value)
        .ThenBy(c => c.Key, StringComparer.Ordinal)
)
{
    Console.WriteLine(FormattableString.Invariant($"{time, 8:0.0} s  {name}"));
}

Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{seconds.Values.Where(s => s < WorthALine).Sum(), 8:0.0} s  in {seconds.Values.Count(s => s < WorthALine)} more classes "
            + $"(times of tests that run side by side add up)"
    )
);
foreach ((string reason, int count) in reasons)
{
    Console.WriteLine($"skipped {count}: {reason}");
}

Console.WriteLine(skipped > 0 ? $"{passed} passed, {failed} failed, {skipped} skipped" : $"{passed} passed, {failed} failed");
return failed == 0 && passed > 0 ? 0 : 1;

void Count(XDocument report, string name, int code)
{
    int before = failed;
    foreach (XElement assembly in report.Descendants("assembly"))
    {
        passed += (int?)assembly.Attribute("passed") ?? 0;
        failed += ((int?)assembly.Attribute("failed") ?? 0) + ((int?)assembly.Attribute("errors") ?? 0);
        skipped += (int?)assembly.Attribute("skipped") ?? 0;
    }

    foreach (XElement test in report.Descendants("test"))
    {
        string type = (string?)test.Attribute("type") ?? name;
        decimal time = (decimal?)test.Attribute("time") ?? 0;
        seconds[type] = seconds.GetValueOrDefault(type) + time;
    }

    foreach (XElement test in report.Descendants("test").Where(t => (string?)t.Attribute("result") == "Skip"))
    {
        string reason = (string?)test.Element("reason") ?? "no reason given";
        reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
    }

    if (code != 0 && failed == before)
    {
        Console.WriteLine($"{name}: the run ended with code {code}");
        failed++;
    }
}

int Run(string program, IEnumerable<string> arguments)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = root };
    start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    start.Environment["DOTNET_NOLOGO"] = "1";
    if (servers.Postgres is { } postgres)
    {
        start.Environment["ROOTSCOPE_TEST_POSTGRES"] = postgres;
    }

    using Process process = Process.Start(start)!;

    // Every test has a time-out of its own; this is for what goes wrong around them.
    TimeSpan limit = TimeSpan.FromHours(Environment.GetEnvironmentVariable("ROOTSCOPE_SOAK") is null ? 1.25 : 4);
    if (!process.WaitForExit(limit))
    {
        Console.WriteLine($"{program} {string.Join(' ', start.ArgumentList)} did not end within {limit} and is ended");
        process.Kill(entireProcessTree: true);
        process.WaitForExit(TimeSpan.FromSeconds(10));
        return 1;
    }

    return process.ExitCode;
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

// What the tests of the observatory need beside .NET: PostgreSQL on loopback for as long as they run, and Chromium. On Debian, as root,
// what is missing is installed; elsewhere the tests that need it are skipped with the reason.
sealed class Servers(string root, bool mayInstall) : IDisposable
{
    private static readonly TimeSpan LongestInstall = TimeSpan.FromMinutes(5);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "rootscope-postgres-" + Environment.ProcessId);
    private readonly Lock _gate = new();
    private string? _bin;
    private bool _isOver;

    public string? Postgres { get; private set; }

    public void Start()
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.WriteLine(
                "not installed: PostgreSQL, aiosmtpd, pandas; nothing is installed on this system. Tests that need them are skipped; pages "
                    + "are seen in Chromium or Google Chrome where one of them is on the path."
            );
            return;
        }

        Require(
            ("chromium-headless-shell", OnPath("chromium-headless-shell") || (HasChromium() && !CanInstall())),
            ("postgresql", Bin() is not null),
            ("python3-aiosmtpd", OnPath("aiosmtpd")),
            ("python3-pandas", Directory.Exists("/usr/lib/python3/dist-packages/pandas"))
        );
        if (!HasChromium() && CanInstall())
        {
            Require(("chromium", false));
        }

        _bin = Bin();
        if (_bin is null)
        {
            return;
        }

        int port = FreePort();
        Directory.CreateDirectory(_folder);
        bool isRoot = Environment.IsPrivilegedProcess;
        if (isRoot && Ran("chown", ["postgres", _folder]) != 0)
        {
            return;
        }

        string data = Path.Combine(_folder, "data");
        string options = FormattableString.Invariant(
            $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={_folder} -c fsync=off"
        );
        if (
            AsPostgres(isRoot, "initdb", ["-D", data, "-A", "trust", "-U", "rootscope", "-E", "UTF8", "--no-sync"]) == 0
            && AsPostgres(isRoot, "pg_ctl", ["-D", data, "-o", options, "-l", Path.Combine(_folder, "log"), "-w", "start"]) == 0
        )
        {
            Postgres = FormattableString.Invariant($"Host=127.0.0.1;Port={port};Username=rootscope;Database=postgres");
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
        }

        if (Postgres is not null)
        {
            AsPostgres(Environment.IsPrivilegedProcess, "pg_ctl", ["-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop"]);
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Says what is missing and what becomes of it, and then installs it where that is possible.</summary>
    private void Require(params (string Package, bool IsThere)[] needed)
    {
        string[] missing = [.. needed.Where(n => !n.IsThere).Select(n => n.Package)];
        if (missing.Length == 0)
        {
            return;
        }

        string list = string.Join(", ", missing);
        if (!CanInstall())
        {
            string why =
                !mayInstall ? "--no-install"
                : !OnPath("apt-get") ? "there is no apt-get"
                : "that takes root";
            Console.WriteLine($"not installed ({why}): {list}; tests that need them are skipped with that reason");
            return;
        }

        Console.WriteLine($"installing by apt-get, for tests of the observatory and its API: {list}");
        string[] install = ["install", "-y", "-qq", "--no-install-recommends"];
        if (Ran("apt-get", [.. install, .. missing]) == 0)
        {
            return;
        }

        // Lists of packages may be old or absent; one package that cannot be had must not keep the others away.
        Ran("apt-get", ["update", "-qq"]);
        foreach (string package in missing)
        {
            if (Ran("apt-get", [.. install, package]) != 0)
            {
                Console.WriteLine($"{package} cannot be installed; tests that need it take what else is there or are skipped");
            }
        }
    }

    private bool CanInstall() => mayInstall && OnPath("apt-get") && Environment.IsPrivilegedProcess;

    /// <summary>Whether there is a Chromium of any kind; its headless shell is the least that pages are seen in.</summary>
    private static bool HasChromium() => OnPath("chromium-headless-shell") || OnPath("chromium") || OnPath("google-chrome");

    private int AsPostgres(bool isRoot, string program, string[] arguments) =>
        isRoot
            ? Ran("runuser", ["-u", "postgres", "--", Path.Combine(_bin!, program), .. arguments])
            : Ran(Path.Combine(_bin!, program), arguments);

    private int Ran(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Directory.Exists(_folder) ? _folder : root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        Process? started;
        try
        {
            started = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Console.WriteLine($"{program} cannot be started ({e.Message})");
            return 1;
        }

        using Process process = started!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(LongestInstall))
        {
            return process.ExitCode;
        }

        process.Kill(entireProcessTree: true);
        process.WaitForExit(TimeSpan.FromSeconds(10));
        return 1;
    }

    private static string? Bin() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Order(StringComparer.Ordinal)
                .Select(d => Path.Combine(d, "bin"))
                .LastOrDefault(b => File.Exists(Path.Combine(b, "initdb")))
            : null;

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Any(p => File.Exists(Path.Combine(p, program)) || File.Exists(Path.Combine(p, program + ".exe")));

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
