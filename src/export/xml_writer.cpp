#include "export/xml_writer.hpp"

#include <libxml/xmlwriter.h>

#include <ostream>

#include "entente/base/error.hpp"
#include "export/clean_text.hpp"

namespace entente {

namespace {

int put(void* context, const char* bytes, int length) {
  auto& out = *static_cast<std::ostream*>(context);
  out.write(bytes, length);
  return out ? length : -1;
}

int finish(void*) { return 0; }

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

void check(int result) {
  if (result < 0) throw OutputError("the XML cannot be written (disk full?)");
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\t':
        escaped += "&#9;";
        break;
      case '\n':
        escaped += "&#10;";
        break;
      case '\r':
        escaped += "&#13;";
        break;
      case 0x85:
        escaped += "&#x85;";
        break;
      case 0x2028:
        escaped += "&#x2028;";
        break;
      default:
        escaped += is_xml_character(c) ? bytes : std::string_view("\xEF\xBF\xBD");
    }
  });
  return escaped;
}

struct XmlWriter::State {
  xmlTextWriterPtr writer = nullptr;
};

XmlWriter::XmlWriter(std::ostream& out) : state_(std::make_unique<State>()) {
  auto* buffer = xmlOutputBufferCreateIO(put, finish, &out, nullptr);
  state_->writer = buffer == nullptr ? nullptr : xmlNewTextWriter(buffer);
  if (state_->writer == nullptr) throw OutputError("no memory for writing XML");
  xmlTextWriterSetIndent(state_->writer, 1);
  xmlTextWriterSetIndentString(state_->writer, xml(" "));
  check(xmlTextWriterStartDocument(state_->writer, "1.0", "UTF-8", nullptr));
}

XmlWriter::~XmlWriter() {
  xmlTextWriterEndDocument(state_->writer);
  xmlFreeTextWriter(state_->writer);
}

XmlWriter& XmlWriter::open(const char* element) {
  check(xmlTextWriterStartElement(state_->writer, xml(element)));
  return *this;
}

XmlWriter& XmlWriter::attribute(const char* name, std::string_view value) {
  check(xmlTextWriterStartAttribute(state_->writer, xml(name)));
  check(xmlTextWriterWriteRaw(state_->writer, xml(xml_text(value).c_str())));
  check(xmlTextWriterEndAttribute(state_->writer));
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view content) {
  check(xmlTextWriterWriteRaw(state_->writer, xml(xml_text(content).c_str())));
  return *this;
}

XmlWriter& XmlWriter::close() {
  check(xmlTextWriterEndElement(state_->writer));
  return *this;
}

}  // namespace entente
