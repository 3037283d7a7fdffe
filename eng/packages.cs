// Writes what the project takes from others, from the lock files: the list of all packages with their licences (docs/packages.md), and
// what is in the packed tool as a CycloneDX bill of materials (src/Rootscope.Tool/sbom.cdx.json).
//     dotnet run eng/packages.cs
// Packages have to be restored: licences are read from them. What a package says in a file of its own stands in eng/licences.csv.
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

string root = Path.GetFullPath(Path.Combine(Here(), ".."));
string cache =
    Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
Dictionary<string, string> told = File.ReadLines(Path.Combine(root, "eng", "licences.csv"))
    .Skip(1)
    .Select(l => l.Split(','))
    .ToDictionary(c => $"{c[0]} {c[1]}", c => c[2], StringComparer.OrdinalIgnoreCase);
var packages = new SortedDictionary<string, Package>(StringComparer.OrdinalIgnoreCase);
foreach (
    string file in Directory
        .GetFiles(root, "packages.lock.json", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
)
{
    string project = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/');
    using var document = JsonDocument.Parse(File.ReadAllText(file));
    foreach (JsonProperty target in document.RootElement.GetProperty("dependencies").EnumerateObject())
    {
        foreach (JsonProperty entry in target.Value.EnumerateObject().Where(e => e.Value.GetProperty("type").GetString() != "Project"))
        {
            string version = entry.Value.GetProperty("resolved").GetString()!;
            string key = $"{entry.Name} {version}";
            if (!packages.TryGetValue(key, out Package? package))
            {
                package = new Package(
                    entry.Name,
                    version,
                    LicenceOf(entry.Name, version),
                    entry.Value.GetProperty("contentHash").GetString()!
                );
                packages.Add(key, package);
            }

            package.Projects.Add(project);
            if (entry.Value.TryGetProperty("dependencies", out JsonElement needs))
            {
                package.Needs.UnionWith(needs.EnumerateObject().Select(n => n.Name));
            }
        }
    }
}

// Analyzers work while the program is built and are not in it.
const string Tool = "src/Rootscope.Tool";
string[] analyzers =
[
    .. XDocument
        .Load(Path.Combine(root, "Directory.Build.props"))
        .Descendants("GlobalPackageReference")
        .Select(e => e.Attribute("Include")!.Value),
];
bool IsShipped(Package p) => p.Projects.Contains(Tool) && !analyzers.Contains(p.Name);
WriteList();
WriteBill();
Console.WriteLine($"{packages.Count} packages, {packages.Values.Count(IsShipped)} of them in the tool");
return 0;

string LicenceOf(string name, string version)
{
    string folder = Path.Combine(cache, name.ToLowerInvariant(), version.ToLowerInvariant());
    string nuspec = Path.Combine(folder, name.ToLowerInvariant() + ".nuspec");
    if (!File.Exists(nuspec))
    {
        throw new FileNotFoundException($"{name} {version} is not restored: run 'dotnet restore Rootscope.slnx' first.", nuspec);
    }

    XElement? licence = XDocument.Load(nuspec).Descendants().FirstOrDefault(e => e.Name.LocalName == "license");
    return licence?.Attribute("type")?.Value == "expression" ? licence.Value.Trim()
        : told.TryGetValue($"{name} {version}", out string? known) ? known
        : throw new InvalidDataException(
            $"{name} {version} has its licence in a file. Read it in {folder}, and add a line 'package,version,licence,evidence' to "
                + "eng/licences.csv."
        );
}

void WriteList()
{
    var text = new StringBuilder(
        """
        # Packages of others

        Every package that is restored to build, test or measure, in the versions that `packages.lock.json` of each project holds, with the
        licence that it comes under. Written by `dotnet run eng/packages.cs`; `PackageListTests` holds it against the lock files, the
        packages and the licences that are taken: in the tool those that ask for no more than a notice, elsewhere MPL-2.0 too.

        | package | version | licence | where |
        | --- | --- | --- | --- |

        """.ReplaceLineEndings("\n")
    );
    foreach (Package package in packages.Values)
    {
        string where =
            IsShipped(package) ? "the tool"
            : analyzers.Contains(package.Name) ? "the compiler"
            : Others(package);
        text.Append(CultureInfo.InvariantCulture, $"| {package.Name} | {package.Version} | {package.Licence} | {where} |\n");
    }

    File.WriteAllText(Path.Combine(root, "docs", "packages.md"), text.ToString());
}

static string Others(Package package) =>
    string.Join(", ", package.Projects.Select(p => p.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));

void WriteBill()
{
    Package[] shipped = [.. packages.Values.Where(IsShipped)];
    string version = XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").First().Value;
    Dictionary<string, string> references = shipped.ToDictionary(p => p.Name, Reference, StringComparer.OrdinalIgnoreCase);
    string tool = $"pkg:nuget/Rootscope.Tool@{version}";
    var bill = new JsonObject
    {
        ["bomFormat"] = "CycloneDX",
        ["specVersion"] = "1.6",
        ["version"] = 1,
        ["metadata"] = new JsonObject
        {
            ["component"] = new JsonObject
            {
                ["type"] = "application",
                ["bom-ref"] = tool,
                ["name"] = "Rootscope.Tool",
                ["version"] = version,
                ["purl"] = tool,
                ["licenses"] = Licences("Apache-2.0"),
            },
        },
        ["components"] = new JsonArray([
            .. shipped.Select(p => new JsonObject
            {
                ["type"] = "library",
                ["bom-ref"] = Reference(p),
                ["name"] = p.Name,
                ["version"] = p.Version,
                ["licenses"] = Licences(p.Licence),
                ["purl"] = Reference(p),

                // The hash of a package's content without its signature, as lock files have it.
                ["properties"] = new JsonArray(new JsonObject { ["name"] = "nuget:contentHash", ["value"] = p.ContentHash }),
            }),
        ]),
        ["dependencies"] = new JsonArray([
            new JsonObject { ["ref"] = tool, ["dependsOn"] = new JsonArray([.. shipped.Select(p => (JsonNode)Reference(p))]) },
            .. shipped.Select(p => new JsonObject
            {
                ["ref"] = Reference(p),
                ["dependsOn"] = new JsonArray([
                    .. p.Needs.Where(references.ContainsKey).Order(StringComparer.Ordinal).Select(n => (JsonNode)references[n]),
                ]),
            }),
        ]),
    };

    // The same content has the same number; it is no random one, so that the same sources give the same file.
    byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(bill.ToJsonString()));
    bill.Insert(2, "serialNumber", $"urn:uuid:{new Guid(hash.AsSpan(0, 16))}");
    File.WriteAllText(
        Path.Combine(root, "src", "Rootscope.Tool", "sbom.cdx.json"),
        bill.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n"
    );
}

static string Reference(Package package) => $"pkg:nuget/{package.Name}@{package.Version}";

static JsonArray Licences(string expression) => new(new JsonObject { ["license"] = new JsonObject { ["id"] = expression } });

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

sealed record Package(string Name, string Version, string Licence, string ContentHash)
{
    public HashSet<string> Projects { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Needs { get; } = new(StringComparer.OrdinalIgnoreCase);
}
