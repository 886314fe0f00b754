// Usage: node shapes.cjs CHECKOUT FILE. Prints a list of names and faults.
const fs = require('node:fs');
const Module = require('node:module');

const [checkout, file] = process.argv.slice(2);
// The checkout has no packages of its own.
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, parent, ...rest) => {
  const inside = parent?.filename?.startsWith(checkout) && !name.startsWith('.');
  return resolve(name, inside ? module : parent, ...rest);
};
const jsonld = require('jsonld');
// No part of a test goes over the network: the names of the vocabulary, and which of them hold addresses.
const context = { '@vocab': 'http://schema.org/', url: { '@type': '@id' }, sameAs: { '@type': '@id' } };
jsonld.documentLoader = async (url) => ({ contextUrl: null, documentUrl: url, document: { '@context': context } });
const { Validator } = require(`${checkout}/core/shexValidator.js`);

const validator = new Validator(fs.readFileSync(`${checkout}/demo/validation/shex/full.shex`, 'utf8'));
const prefix = validator.shapes.shapes[0].id.replace(/#.*/, '');
const needed = { ClaimReview: ['claimReviewed', 'reviewRating', 'url'], Claim: ['text', 'appearance'] };
const names = { ClaimReview: 'ValidSchemaClaimReview', Claim: 'ValidSchemaCreativeWork' };

async function judge(item, type) {
  const base = `https://page.example/${Math.random()}`;
  const text = JSON.stringify({ ...item, '@id': base });
  const { failures } = await validator.validate(text, `${prefix}#${names[type]}`, { baseUrl: base });
  const missing = needed[type].filter((name) => !item[name]).map((name) => `no ${name}`);
  const rating = type === 'ClaimReview' && !item.reviewRating.alternateName ? ['no name of the rating'] : [];
  return [...failures.map((one) => `${one.property}: ${one.message}`), ...missing, ...rating].join('; ');
}

(async () => {
  const lines = [];
  for (const item of JSON.parse(fs.readFileSync(file, 'utf8'))) {
    const type = item['@type'];
    if (type === 'ClaimReview') {
      if (item.url) lines.push([item.claimReviewed, 'an address that nobody gave']);
      lines.push([`review of ${item.claimReviewed}`, await judge({ ...item, url: 'https://page.example/' }, type)]);
      lines.push([item.claimReviewed, await judge({ '@context': item['@context'], ...item.itemReviewed }, 'Claim')]);
    } else {
      lines.push([item.text, await judge(item, type)]);
    }
  }
  console.log(JSON.stringify(lines));
})();
