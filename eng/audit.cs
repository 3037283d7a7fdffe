// Asks the package registry which of the packages that the lock files hold have known vulnerabilities:
//     dotnet run eng/audit.cs
// Exit code 0: none is known. 1: some are; they are named. 2: the registry did not answer, or has no such list: nothing is known.
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

string root = Path.GetFullPath(Path.Combine(Here(), ".."));

// Sources have to be named as sources of audits: only then is it told that one has no list.
string[] sources = await SourcesAsync();
string config = Path.Combine(Path.GetTempPath(), $"rootscope-audit-{Environment.ProcessId}.config");
new XElement("configuration", Keys("packageSources"), Keys("auditSources")).Save(config);
var start = new ProcessStartInfo(
    "dotnet",
    [
        "restore",
        Path.Combine(root, "Rootscope.slnx"),
        "--locked-mode",
        "--force",
        "--configfile",
        config,
        "-nologo",
        "-v",
        "q",
        "-p:NuGetAudit=true",
        "-p:NuGetAuditMode=all",
        "-p:NuGetAuditLevel=low",
        "-p:TreatWarningsAsErrors=false",
        "-tl:off",
    ]
)
{
    RedirectStandardOutput = true,
    RedirectStandardError = true,
    WorkingDirectory = root,
};
using Process restore = Process.Start(start)!;
Task<string> errors = restore.StandardError.ReadToEndAsync();
string[] lines = [.. ((await restore.StandardOutput.ReadToEndAsync()) + await errors).Split('\n').Select(l => l.Trim()).Distinct()];
File.Delete(config);
if (!restore.WaitForExit(TimeSpan.FromMinutes(10)))
{
    restore.Kill(entireProcessTree: true);
    Console.Error.WriteLine("the registry did not answer within ten minutes: nothing is known");
    return 2;
}

// NU1900: the list cannot be had; NU1905: the registry has none; NU1901 to NU1904: low, moderate, high, critical.
string[] unknown = [.. lines.Where(l => l.Contains("NU1900", StringComparison.Ordinal) || l.Contains("NU1905", StringComparison.Ordinal))];
string[] known = [.. lines.Where(l => Enumerable.Range(1901, 4).Any(n => l.Contains($"NU{n}", StringComparison.Ordinal)))];
foreach (string line in known.Concat(unknown.Take(1)))
{
    Console.WriteLine(line);
}

if (known.Length > 0)
{
    Console.WriteLine($"{known.Length} known vulnerabilities");
    return 1;
}

if (unknown.Length > 0 || restore.ExitCode != 0)
{
    Console.Error.WriteLine(unknown.Length > 0 ? "not audited: the registry has no answer" : string.Join('\n', lines));
    return 2;
}

Console.WriteLine("no package of the lock files has a known vulnerability");
return 0;

XElement Keys(string name) =>
    new(
        name,
        new XElement("clear"),
        sources.Select((s, i) => new XElement("add", new XAttribute("key", $"source{i}"), new XAttribute("value", s)))
    );

static async Task<string[]> SourcesAsync()
{
    using Process list = Process.Start(
        new ProcessStartInfo("dotnet", ["nuget", "list", "source", "--format", "short"]) { RedirectStandardOutput = true }
    )!;
    string text = await list.StandardOutput.ReadToEndAsync();
    await list.WaitForExitAsync();
    return [.. text.Split('\n').Where(l => l.StartsWith("E ", StringComparison.Ordinal)).Select(l => l[2..].Trim())];
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
